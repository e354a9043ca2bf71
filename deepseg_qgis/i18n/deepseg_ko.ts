<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
  <context>
    <name>DeepSeg</name>
    <message>
      <location filename="../algorithms/base.py" />
      <source>Data</source>
      <translation>데이터</translation>
    </message>
    <message>
      <location filename="../algorithms/base.py" />
      <source>DeepSeg made a mistake: {error}</source>
      <translation>DeepSeg의 오류입니다: {error}</translation>
    </message>
    <message>
      <location filename="../algorithms/base.py" />
      <source>Model</source>
      <translation>모델</translation>
    </message>
    <message>
      <location filename="../algorithms/base.py" />
      <source>Parameters</source>
      <translation>매개변수</translation>
    </message>
    <message>
      <location filename="../algorithms/base.py" />
      <source>Please report it with the log of this run.</source>
      <translation>이 실행의 로그와 함께 알려 주세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/base.py" />
      <source>Results</source>
      <translation>결과</translation>
    </message>
    <message>
      <location filename="../algorithms/base.py" />
      <source>Set-up</source>
      <translation>설정</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Areas</source>
      <translation>영역</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Categories with fewer labels than this cannot be learned.</source>
      <translation>라벨이 이보다 적은 범주는 학습할 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Check labels</source>
      <translation>라벨 검사</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Choose the field that holds the category, or none.</source>
      <translation>범주가 들어 있는 필드를 고르거나 비워 두세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Fewest labels per category</source>
      <translation>범주별 최소 라벨 수</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Field with the category</source>
      <translation>범주 필드</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Findings</source>
      <translation>발견 사항</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Finds labels that would teach a model something wrong: invalid or empty polygons, labels drawn twice, overlaps within a category, labels off the rasters or outside the areas, labels that are too small at the rasters' resolution, labels without a category and categories with too few labels.

The result has one row per finding, with its kind, a message, the label and the repair that fits: make_valid, delete, clip, merge or none. The labels themselves are not changed; the dock Categories &amp; labels does the repairs.</source>
      <translation>모델에 잘못된 것을 가르칠 라벨을 찾습니다: 잘못되었거나 빈 폴리곤, 두 번 그린 라벨, 같은 범주 안의 겹침, 래스터나 영역 밖의 라벨, 래스터 해상도에 비해 너무 작은 라벨, 범주가 없는 라벨, 라벨이 너무 적은 범주.

결과에는 발견 사항마다 한 행이 있고 종류, 설명, 라벨, 알맞은 수정 방법(make_valid, delete, clip, merge 또는 none)이 들어 있습니다. 라벨 자체는 바뀌지 않으며, 수정은 라벨 독에서 합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Labels</source>
      <translation>라벨</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Labels whose shorter side has fewer pixels than this are too small.</source>
      <translation>짧은 변의 픽셀 수가 이보다 적은 라벨은 너무 작은 것으로 봅니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Left empty, all labels are of one category.</source>
      <translation>비워 두면 모든 라벨이 한 범주입니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Left empty, places and sizes are not checked.</source>
      <translation>비워 두면 위치와 크기는 검사하지 않습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Number of findings</source>
      <translation>발견 사항 수</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Polygons around what is to be found, in any coordinate system.</source>
      <translation>찾으려는 대상을 둘러싼 폴리곤. 좌표계는 상관없습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Polygons inside which everything is labeled. Left empty, labels may lie anywhere.</source>
      <translation>안에 있는 모든 것에 라벨을 단 폴리곤. 비워 두면 라벨은 어디에 있어도 됩니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Rasters</source>
      <translation>래스터</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Shortest side (px)</source>
      <translation>가장 짧은 변(px)</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Stopped before all labels were checked; nothing was written</source>
      <translation>모든 라벨을 검사하기 전에 중지했습니다. 아무것도 쓰지 않았습니다</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>{kind}: {n}. {example}</source>
      <translation>{kind}: {n}. {example}</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>{layer} has no field “{field}”</source>
      <translation>{layer}에 “{field}” 필드가 없습니다</translation>
    </message>
    <message numerus="yes">
      <location filename="../algorithms/check_labels.py" />
      <source>{n} labels checked.</source>
      <translation>
        <numerusform>라벨 {n}개를 검사했습니다.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../algorithms/check_labels.py" />
      <source>{n} labels checked: everything is in order.</source>
      <translation>
        <numerusform>라벨 {n}개를 검사했습니다. 모두 이상 없습니다.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../algorithms/engine_algorithm.py" />
      <source>DeepSeg is not set up yet. Run the algorithm “Set up DeepSeg” (deepseg:setup) first.</source>
      <translation>DeepSeg가 아직 설정되지 않았습니다. 먼저 “DeepSeg 설정” 알고리즘(deepseg:setup)을 실행하세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/engine_algorithm.py" />
      <source>Epoch {epoch} of {n_epochs}: {numbers}</source>
      <translation>에포크 {epoch}/{n_epochs}: {numbers}</translation>
    </message>
    <message>
      <location filename="../algorithms/engine_algorithm.py" />
      <source>Written: {path}</source>
      <translation>기록됨: {path}</translation>
    </message>
    <message>
      <location filename="../algorithms/engine_algorithm.py" />
      <source>best so far</source>
      <translation>지금까지 최고</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Disk while it works (MB)</source>
      <translation>작업 중 디스크(MB)</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Estimate a prediction</source>
      <translation>예측 예상</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Folder for the footprints</source>
      <translation>풋프린트를 둘 폴더</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Free room on the disk (MB)</source>
      <translation>디스크의 남은 공간(MB)</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>In words</source>
      <translation>문장으로</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Memory (MB)</source>
      <translation>메모리(MB)</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Says how many tiles a prediction has, how long it will take on this computer, and how much memory and disk. A few tiles are tried for that; nothing is written.

Give it what you are going to give to the prediction.</source>
      <translation>예측에 타일이 몇 개 있는지, 이 컴퓨터에서 얼마나 걸리는지, 메모리와 디스크가 얼마나 필요한지 알려 줍니다. 이를 위해 타일 몇 개를 시험하며 아무것도 쓰지 않습니다.

예측에 줄 값을 그대로 주세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Size of the footprints (MB)</source>
      <translation>풋프린트의 크기(MB)</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Tiles</source>
      <translation>타일</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Time (s)</source>
      <translation>시간(초)</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Where the footprints will go: the free room of that disk is looked at.</source>
      <translation>풋프린트가 저장될 곳입니다. 그 디스크의 남은 공간을 확인합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>time,duration,memory,disk,dry run</source>
      <translation>시간,소요 시간,메모리,디스크,시험 실행</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>Evaluate a model</source>
      <translation>모델 평가</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>F1</source>
      <translation>F1</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>Footprints and missed labels with match = TP, FP or FN.</source>
      <translation>match 값이 TP, FP 또는 FN인 풋프린트와 놓친 라벨.</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>HTML file (*.html)</source>
      <translation>HTML 파일 (*.html)</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>JSON file (*.json)</source>
      <translation>JSON 파일 (*.json)</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>Matches</source>
      <translation>일치 결과</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>Page with pictures</source>
      <translation>그림이 있는 페이지</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>Precision</source>
      <translation>정밀도</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>Predicts inside the areas with the role evaluate and compares the footprints with the labels: mAP, mAP50, precision, recall and F1, overall and per category. Without areas, everything is compared.

The layer of matches shows each footprint and each missed label: right (TP), wrong (FP) or missed (FN). The page shows the curves and the worst misses as pictures.</source>
      <translation>역할이 evaluate인 영역 안을 예측하고 풋프린트를 라벨과 비교합니다: mAP, mAP50, 정밀도, 재현율, F1을 전체와 범주별로 구합니다. 영역이 없으면 전부를 비교합니다.

일치 레이어는 각 풋프린트와 놓친 라벨을 보여 줍니다: 맞음(TP), 틀림(FP), 놓침(FN). 페이지에는 곡선과 가장 크게 틀린 곳의 그림이 있습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>Recall</source>
      <translation>재현율</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>Report</source>
      <translation>보고서</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>Score threshold</source>
      <translation>점수 임계값</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>The score from which a footprint counts, from 0 to 1. Left empty, the model's own is taken.</source>
      <translation>풋프린트로 인정하는 점수, 0에서 1까지. 비워 두면 모델의 값을 씁니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>The scores, for people. Left empty, it lies beside the report.</source>
      <translation>사람이 읽는 점수. 비워 두면 보고서 옆에 저장합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>The scores, for programs.</source>
      <translation>프로그램이 읽는 점수.</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>accuracy,score,precision,recall,compare,test</source>
      <translation>정확도,점수,정밀도,재현율,비교,시험,accuracy,score,precision,recall</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>mAP</source>
      <translation>mAP</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>mAP50</source>
      <translation>mAP50</translation>
    </message>
    <message>
      <location filename="../algorithms/footprint_output.py" />
      <source>A layer of measured polygons, in the coordinate system of the first raster.</source>
      <translation>측정값이 있는 폴리곤 레이어. 첫 래스터의 좌표계를 씁니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/footprint_output.py" />
      <source>Footprints</source>
      <translation>풋프린트</translation>
    </message>
    <message>
      <location filename="../algorithms/footprint_output.py" />
      <source>Footprints as a file</source>
      <translation>파일로 저장할 풋프린트</translation>
    </message>
    <message>
      <location filename="../algorithms/footprint_output.py" />
      <source>GeoJSON (*.geojson);;GeoPackage (*.gpkg);;GeoParquet (*.parquet);;COCO results (*.json)</source>
      <translation>GeoJSON (*.geojson);;GeoPackage (*.gpkg);;GeoParquet (*.parquet);;COCO 결과 (*.json)</translation>
    </message>
    <message>
      <location filename="../algorithms/footprint_output.py" />
      <source>The footprints would go nowhere. Choose a layer, a file, or both.</source>
      <translation>풋프린트를 저장할 곳이 없습니다. 레이어나 파일, 또는 둘 다 고르세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/footprint_output.py" />
      <source>The same for other programs: .geojson, .gpkg, .parquet, or .json for COCO.</source>
      <translation>다른 프로그램을 위한 같은 내용: .geojson, .gpkg, .parquet, COCO는 .json.</translation>
    </message>
    <message>
      <location filename="../algorithms/footprint_output.py" />
      <source>{file} must end in {endings}.</source>
      <translation>{file}은(는) {endings}(으)로 끝나야 합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/holes.py" />
      <source>Choose another place or format.</source>
      <translation>다른 위치나 형식을 고르세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/holes.py" />
      <source>Not read</source>
      <translation>읽지 못한 곳</translation>
    </message>
    <message>
      <location filename="../algorithms/holes.py" />
      <source>Places that could not be read</source>
      <translation>읽을 수 없었던 곳</translation>
    </message>
    <message>
      <location filename="../algorithms/holes.py" />
      <source>{place} cannot be written: {reason}</source>
      <translation>{place}에 쓸 수 없습니다: {reason}</translation>
    </message>
    <message>
      <location filename="../algorithms/inputs.py" />
      <source>Choose at least one raster layer or file.</source>
      <translation>래스터 레이어나 파일을 하나 이상 고르세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/inputs.py" />
      <source>Draw a rectangle, or leave it out.</source>
      <translation>사각형을 그리거나 비워 두세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/inputs.py" />
      <source>No raster was chosen</source>
      <translation>래스터를 고르지 않았습니다</translation>
    </message>
    <message>
      <location filename="../algorithms/inputs.py" />
      <source>The extent is empty</source>
      <translation>범위가 비어 있습니다</translation>
    </message>
    <message>
      <location filename="../algorithms/inputs.py" />
      <source>The folder {folder} cannot be written to. Choose another.</source>
      <translation>{folder} 폴더에 쓸 수 없습니다. 다른 것을 고르세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/inputs.py" />
      <source>The folder {folder} does not exist. Make it, or choose another.</source>
      <translation>{folder} 폴더가 없습니다. 만들거나 다른 것을 고르세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/inputs.py" />
      <source>extent</source>
      <translation>범위</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>A model that was trained with DeepSeg, a .safetensors file.</source>
      <translation>DeepSeg로 학습한 모델, .safetensors 파일.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Choose the .safetensors file that training wrote.</source>
      <translation>학습에서 만든 .safetensors 파일을 고르세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Coordinate system of rasters that do not say theirs</source>
      <translation>좌표계를 밝히지 않은 래스터의 좌표계</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Device</source>
      <translation>장치</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Footprints smaller than this are left out.</source>
      <translation>이보다 작은 풋프린트는 제외합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Footprints with a lower score are left out, from 0 to 1. Left empty, the model's own is taken.</source>
      <translation>점수가 이보다 낮은 풋프린트는 제외합니다, 0에서 1까지. 비워 두면 모델의 값을 씁니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Give numbers from 1, such as 4,3,2.</source>
      <translation>4,3,2처럼 1부터의 번호를 입력하세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>How far an outline may move when it is simplified. Left empty, half a pixel; with 0 it stays as it is.</source>
      <translation>단순화할 때 윤곽선이 움직일 수 있는 거리. 비워 두면 반 픽셀, 0이면 그대로 둡니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Only for rasters that have a world file but do not name their coordinate system.</source>
      <translation>월드 파일은 있지만 좌표계 이름이 없는 래스터에만 필요합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Orthophotos or other rasters: layers of the project or files. They must be files on this computer.</source>
      <translation>정사영상이나 다른 래스터: 프로젝트의 레이어 또는 파일. 이 컴퓨터에 있는 파일이어야 합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Other thresholds for some categories, such as roof=0.4; tree=0.6</source>
      <translation>일부 범주에만 쓰는 임계값, 예: roof=0.4; tree=0.6</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Polygons inside which everything is labeled. Their text field role says train, validate, evaluate or predict; without that field they are used for whatever is being done.</source>
      <translation>안에 있는 모든 것에 라벨을 단 폴리곤. 텍스트 필드 role의 값은 train, validate, evaluate 또는 predict입니다. 그 필드가 없으면 지금 하는 작업에 모두 씁니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Processes for outlines</source>
      <translation>윤곽을 그리는 프로세스</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Score thresholds of categories</source>
      <translation>범주별 점수 임계값</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Simplify outlines by (m)</source>
      <translation>윤곽 단순화(m)</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Smallest area (m²)</source>
      <translation>최소 면적(m²)</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>So many processes draw outlines beside the network. Left empty, the engine chooses.</source>
      <translation>이만큼의 프로세스가 신경망과 나란히 윤곽을 그립니다. 비워 두면 엔진이 고릅니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>The field of the labels that names their category. Left empty, all labels are of one category.</source>
      <translation>라벨의 범주 이름이 들어 있는 필드. 비워 두면 모든 라벨이 한 범주입니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>The model {path} does not exist</source>
      <translation>모델 {path}이(가) 없습니다</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Write it like this: roof=0.4; tree=0.6</source>
      <translation>이렇게 쓰세요: roof=0.4; tree=0.6</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>auto (the fastest there is), cpu, cuda, cuda:1 (the second graphics card) or mps.</source>
      <translation>auto(가장 빠른 것), cpu, cuda, cuda:1(두 번째 그래픽 카드) 또는 mps.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>“{part}” gives no category a score threshold from 0 to 1</source>
      <translation>“{part}”에는 0에서 1 사이의 점수 임계값이 있는 범주가 없습니다</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>“{text}” names no bands</source>
      <translation>“{text}”에는 밴드 번호가 없습니다</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>A rectangle to predict in, instead of an area.</source>
      <translation>영역 대신 예측할 사각형.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Area</source>
      <translation>영역</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Both an area and an extent were given. Choose one of them.</source>
      <translation>영역과 범위를 모두 지정했습니다. 하나만 고르세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Columns</source>
      <translation>열</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Extent</source>
      <translation>범위</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Fewer need less memory.</source>
      <translation>적을수록 메모리를 덜 씁니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Finds what a model has learned in rasters of any size, and gives measured polygons: category, score, area, perimeter, length, width and orientation, with the raster and the model they come from.

A prediction that was stopped goes on when it is started again with the same values.</source>
      <translation>모델이 배운 것을 어떤 크기의 래스터에서든 찾아 측정된 폴리곤으로 만듭니다: 범주, 점수, 면적, 둘레, 길이, 너비, 방향과 래스터 및 모델 정보.

중지한 예측은 같은 값으로 다시 시작하면 이어집니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Give both rows and columns, or neither.</source>
      <translation>행과 열을 모두 지정하거나 모두 비우세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Give either rows and columns, or a tile size, not both.</source>
      <translation>행과 열, 또는 타일 크기 중 하나만 지정하세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Go on where a raster cannot be read</source>
      <translation>래스터를 읽을 수 없어도 계속하기</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Instead of a tile size: into how many rows and columns each raster is divided.</source>
      <translation>타일 크기 대신: 각 래스터를 나눌 행과 열의 수.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Keep what is needed to move thresholds</source>
      <translation>임계값을 바꾸는 데 필요한 것 보관</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Keeps the fields in the run folder, for “Draw footprints again”. They need room on the disk.</source>
      <translation>“풋프린트 다시 그리기”를 위해 실행 폴더에 필드를 보관합니다. 디스크 공간이 필요합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Left empty, one per core.</source>
      <translation>비워 두면 코어마다 하나입니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Overlap (px)</source>
      <translation>겹침(px)</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Pixels that neighboring tiles share; fewer than the tile's side.</source>
      <translation>이웃 타일이 함께 쓰는 픽셀 수. 타일 변보다 작아야 합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Places that cannot be read are left out, and told as polygons; otherwise the prediction stops there.</source>
      <translation>읽을 수 없는 곳은 빼고 폴리곤으로 알려 줍니다. 그렇지 않으면 예측이 거기서 멈춥니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Polygons to predict in; of those with a field role, the ones that say predict. Empty: everywhere.</source>
      <translation>예측할 폴리곤. role 필드가 있으면 predict인 것만 씁니다. 비우면 전체입니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Predict footprints</source>
      <translation>풋프린트 예측</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Processor threads</source>
      <translation>프로세서 스레드</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Rows</source>
      <translation>행</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Run folder</source>
      <translation>실행 폴더</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>The overlap of {overlap} px must be smaller than the tile of {size} px.</source>
      <translation>겹침 {overlap} px는 타일 {size} px보다 작아야 합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>The side of a tile in pixels of the network. Left empty, the engine chooses.</source>
      <translation>네트워크 픽셀로 나타낸 타일의 변. 비워 두면 엔진이 고릅니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Tile size (px)</source>
      <translation>타일 크기(px)</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Tiles per step</source>
      <translation>한 번에 처리할 타일 수</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Where the work is kept, to go on after a stop. Left empty, beside the result, ending in .run.</source>
      <translation>중지 후 이어 가기 위해 작업을 보관하는 곳. 비워 두면 결과 옆의 .run 폴더입니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>deep learning,machine learning,segmentation,detect,extract,buildings,trees</source>
      <translation>딥러닝,기계 학습,분할,탐지,추출,건물,나무,deep learning,segmentation,detect</translation>
    </message>
    <message>
      <location filename="../algorithms/result_layer.py" />
      <source>Stopped while the result was copied; the layer is not complete.</source>
      <translation>결과를 복사하는 중에 중지했습니다. 레이어가 완전하지 않습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/result_layer.py" />
      <source>The engine's result cannot be opened: {path}</source>
      <translation>엔진의 결과를 열 수 없습니다: {path}</translation>
    </message>
    <message>
      <location filename="../algorithms/result_layer.py" />
      <source>{place} cannot be written</source>
      <translation>{place}에 쓸 수 없습니다</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>A Python from 3.10 to 3.13, 64 bit. Left empty, DeepSeg looks for one.</source>
      <translation>Python 3.10~3.13, 64비트. 비워 두면 DeepSeg가 찾습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>A Python that has the engine's packages already. It is tried and remembered, and nothing is installed. Left empty, DeepSeg makes an environment of its own.</source>
      <translation>엔진의 패키지가 이미 있는 Python. 시험해 보고 기억하며 아무것도 설치하지 않습니다. 비워 두면 DeepSeg가 자체 환경을 만듭니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>All files</source>
      <translation>모든 파일</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Compute on</source>
      <translation>계산 장치</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>DeepSeg is set up and was tried: {python}</source>
      <translation>DeepSeg를 설정하고 시험했습니다: {python}</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Folder of the environment</source>
      <translation>환경 폴더</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Folder of wheels</source>
      <translation>휠 폴더</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>For an NVIDIA GPU several times as much comes down. “Whatever fits” looks for its driver.</source>
      <translation>NVIDIA GPU용은 내려받는 양이 몇 배 많습니다. “알맞은 것”은 드라이버를 찾아봅니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Install from the .whl files in this folder, without the network.</source>
      <translation>네트워크 없이 이 폴더의 .whl 파일에서 설치합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Looking at this computer</source>
      <translation>이 컴퓨터를 살펴보는 중</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Make the environment with this Python</source>
      <translation>이 Python으로 환경 만들기</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Makes the environment that DeepSeg's engine runs in: a folder of its own with PyTorch and other packages. QGIS itself is not changed.

Needed once for each version of DeepSeg; all profiles of QGIS share it. What comes down and how large it is stands in the log first. If it fails or is stopped, what was made is removed again.</source>
      <translation>DeepSeg 엔진이 실행될 환경을 만듭니다: PyTorch와 다른 패키지가 들어 있는 별도 폴더입니다. QGIS 자체는 바뀌지 않습니다.

DeepSeg 버전마다 한 번 필요하며 모든 QGIS 프로필이 함께 씁니다. 무엇을 얼마나 내려받는지 먼저 로그에 표시합니다. 실패하거나 중지하면 만든 것을 다시 지웁니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>NVIDIA GPU (CUDA)</source>
      <translation>NVIDIA GPU (CUDA)</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Processor (CPU)</source>
      <translation>프로세서 (CPU)</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Python of the engine</source>
      <translation>엔진의 Python</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Set up DeepSeg</source>
      <translation>DeepSeg 설정</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>The environment variable {name} names another Python, and goes first.</source>
      <translation>환경 변수 {name}이(가) 다른 Python을 가리키며 그것이 우선합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Use this Python of mine</source>
      <translation>내 Python 사용</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Whatever fits</source>
      <translation>알맞은 것</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Count each raster for itself, by the field raster.</source>
      <translation>raster 필드에 따라 래스터별로 따로 셉니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Count footprints</source>
      <translation>풋프린트 세기</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Counts</source>
      <translation>개수</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Counts the footprints of each category and adds up the ground that they cover, into a table. It works for labels and other layers of polygons as well.

Areas come from the field area_m2 where the layer has it; else they are measured on the ellipsoid.</source>
      <translation>범주별 풋프린트 수를 세고 덮는 면적을 더해 표로 만듭니다. 라벨이나 다른 폴리곤 레이어에도 쓸 수 있습니다.

면적은 레이어에 area_m2 필드가 있으면 거기서 가져오고, 없으면 타원체 위에서 잽니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Footprints that DeepSeg predicted, or any polygons with a field that holds their category.</source>
      <translation>DeepSeg가 예측한 풋프린트, 또는 범주 필드가 있는 폴리곤.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Ground that they cover (m²)</source>
      <translation>덮는 면적(m²)</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Left empty, it is the field category.</source>
      <translation>비워 두면 category 필드입니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Number of footprints</source>
      <translation>풋프린트 수</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Stopped before everything was counted; no table was written</source>
      <translation>모두 세기 전에 중지했습니다. 표를 쓰지 않았습니다</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Tell rasters apart</source>
      <translation>래스터별로 구분</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>The layer has no coordinate system that says how large its polygons are, so areas are left empty.</source>
      <translation>폴리곤의 크기를 알 수 있는 좌표계가 레이어에 없어 면적을 비워 둡니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/tile.py" />
      <source>Columns of tiles. Give the rows as well.</source>
      <translation>타일의 열 수. 행 수도 지정하세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/tile.py" />
      <source>Divide a raster into tiles</source>
      <translation>래스터를 타일로 나누기</translation>
    </message>
    <message>
      <location filename="../algorithms/tile.py" />
      <source>Draws the tiles into which a raster is divided, as polygons on the map. The raster itself is not changed. Tiles help to work through a large raster piece by piece.

Give rows and columns, or a tile size. Given neither, tiles of about {size} × {size} pixels are drawn: 8 × 8 tiles for a raster of 8000 × 8000 pixels.</source>
      <translation>래스터를 나눈 타일을 지도에 폴리곤으로 그립니다. 래스터 자체는 바뀌지 않습니다. 타일은 큰 래스터를 조금씩 작업하는 데 도움이 됩니다.

행과 열, 또는 타일 크기를 지정하세요. 둘 다 없으면 약 {size} × {size} 픽셀의 타일을 그립니다: 8000 × 8000 픽셀 래스터는 8 × 8 타일입니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/tile.py" />
      <source>Instead of rows and columns: the side of a square tile.</source>
      <translation>행과 열 대신: 정사각형 타일의 변.</translation>
    </message>
    <message>
      <location filename="../algorithms/tile.py" />
      <source>Number of tiles</source>
      <translation>타일 수</translation>
    </message>
    <message>
      <location filename="../algorithms/tile.py" />
      <source>Pixels that neighboring tiles share.</source>
      <translation>이웃 타일이 함께 쓰는 픽셀 수.</translation>
    </message>
    <message>
      <location filename="../algorithms/tile.py" />
      <source>Raster</source>
      <translation>래스터</translation>
    </message>
    <message>
      <location filename="../algorithms/tile.py" />
      <source>Rows of tiles. Give the columns as well.</source>
      <translation>타일의 행 수. 열 수도 지정하세요.</translation>
    </message>
    <message numerus="yes">
      <location filename="../algorithms/tile.py" />
      <source>Stopped after {n} tiles</source>
      <translation>
        <numerusform>타일 {n}개 뒤에 중지했습니다</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../algorithms/tile.py" />
      <source>The raster to divide; it may be turned, or have no place on the map.</source>
      <translation>나눌 래스터. 회전되었거나 지도상 위치가 없어도 됩니다.</translation>
    </message>
    <message numerus="yes">
      <location filename="../algorithms/tile.py" />
      <source>{n} tiles of {width} × {height} px.</source>
      <translation>
        <numerusform>{width} × {height} px 타일 {n}개.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>A file with pretrained weights of that encoder, where it cannot be downloaded.</source>
      <translation>내려받을 수 없을 때 쓰는, 그 인코더의 사전 학습 가중치 파일.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Any encoder that timm knows. Left empty, tf_efficientnet_lite0.</source>
      <translation>timm이 아는 인코더. 비워 두면 tf_efficientnet_lite0.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Bands</source>
      <translation>밴드</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Chip size (px)</source>
      <translation>칩 크기(px)</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Chips per step</source>
      <translation>한 단계의 칩 수</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>DeepSeg model (*.safetensors)</source>
      <translation>DeepSeg 모델 (*.safetensors)</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Encoder</source>
      <translation>인코더</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>End after so many epochs without a better score</source>
      <translation>점수가 나아지지 않는 에포크가 이만큼 이어지면 끝냄</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Ends after so many seconds; the best model so far is kept.</source>
      <translation>이 시간(초)이 지나면 끝냅니다. 지금까지 최고의 모델을 보관합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Epochs</source>
      <translation>에포크</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>F1 on the validation ground</source>
      <translation>검증 지역의 F1</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Fewer make epochs shorter.</source>
      <translation>적을수록 에포크가 짧아집니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Go on with an earlier run</source>
      <translation>이전 실행 이어 가기</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Goes on in the run folder where an earlier run with the same values was stopped.</source>
      <translation>같은 값의 이전 실행이 중지된 실행 폴더에서 이어 갑니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Goes on learning from a model of yours instead of starting anew.</source>
      <translation>새로 시작하지 않고 내 모델에서 이어서 학습합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>How often the labels are gone through.</source>
      <translation>라벨을 반복해서 보는 횟수.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Kind of network</source>
      <translation>네트워크 종류</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Learning rate</source>
      <translation>학습률</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Learns from polygons that you drew on a raster, and writes a model: one file that knows its categories, bands and resolution. Use it to predict on other rasters.

Areas say where everything is labeled. Without them, what lies outside the labels and a ring around each teaches nothing.

When it is stopped, the best model so far is kept. Run it again with the same values and “Go on with an earlier run” to finish it.</source>
      <translation>래스터 위에 그린 폴리곤에서 배워 모델을 만듭니다: 범주, 밴드, 해상도를 아는 파일 하나입니다. 다른 래스터를 예측하는 데 쓰세요.

영역은 모든 것에 라벨을 단 곳을 나타냅니다. 영역이 없으면 라벨과 그 둘레의 띠 밖에서는 아무것도 배우지 않습니다.

중지하면 지금까지 최고의 모델을 보관합니다. 같은 값과 “이전 실행 이어 가기”로 다시 실행하면 끝까지 갑니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Left empty, all epochs are done.</source>
      <translation>비워 두면 모든 에포크를 실행합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Members</source>
      <translation>구성 네트워크 수</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Networks that vote. One predicts twice as fast and finds less.</source>
      <translation>투표하는 네트워크. 하나면 예측이 두 배 빠르고 덜 찾습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Numbers from 1, in the order to use them, such as 4,3,2. Left empty, all.</source>
      <translation>쓸 순서대로 1부터의 번호, 예: 4,3,2. 비워 두면 전부.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Seed</source>
      <translation>시드</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Share kept to validate on</source>
      <translation>검증용으로 남기는 비율</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Start from this model</source>
      <translation>이 모델에서 시작</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Steps per epoch</source>
      <translation>에포크당 단계 수</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>The highest, of the decoder.</source>
      <translation>디코더의 가장 높은 값.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>The model to write.</source>
      <translation>저장할 모델.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>The model {path} must end in .safetensors.</source>
      <translation>모델 {path}은(는) .safetensors로 끝나야 합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>The same seed gives the same model, on a CPU.</source>
      <translation>CPU에서는 같은 시드가 같은 모델을 만듭니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>The share of the ground that is kept aside to choose the best epoch, from 0 to 0.8.</source>
      <translation>가장 좋은 에포크를 고르기 위해 남겨 두는 지역의 비율, 0에서 0.8까지.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>The side of a training sample, in pixels of the network.</source>
      <translation>네트워크 픽셀로 나타낸 학습 표본의 변.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Time limit (s)</source>
      <translation>시간 제한(초)</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Train a model</source>
      <translation>모델 학습</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Weights of the encoder</source>
      <translation>인코더의 가중치</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Where settings, history and checkpoints go. Left empty, beside the model, ending in .run.</source>
      <translation>설정, 기록, 체크포인트를 두는 곳. 비워 두면 모델 옆의 .run 폴더입니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>deep learning,machine learning,segmentation,learn,fit</source>
      <translation>딥러닝,기계 학습,분할,학습,deep learning,machine learning,segmentation,learn,fit</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>mAP50 on the validation ground</source>
      <translation>검증 지역의 mAP50</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>unet is the only kind so far.</source>
      <translation>지금은 unet만 있습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/vectorize.py" />
      <source>Draw footprints again</source>
      <translation>풋프린트 다시 그리기</translation>
    </message>
    <message>
      <location filename="../algorithms/vectorize.py" />
      <source>Draws footprints again with other score thresholds, another smallest area or other outlines. The model does not run, so this takes seconds.

The prediction must have kept its fields: tick “Keep what is needed to move thresholds” there.</source>
      <translation>다른 점수 임계값, 다른 최소 면적, 다른 윤곽으로 풋프린트를 다시 그립니다. 모델을 실행하지 않으므로 몇 초면 됩니다.

예측할 때 필드를 보관했어야 합니다: “임계값을 바꾸는 데 필요한 것 보관”을 선택하세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/vectorize.py" />
      <source>Run folder of a prediction</source>
      <translation>예측의 실행 폴더</translation>
    </message>
    <message>
      <location filename="../algorithms/vectorize.py" />
      <source>The folder in which a prediction kept its fields.</source>
      <translation>예측이 필드를 보관한 폴더.</translation>
    </message>
    <message>
      <location filename="../algorithms/vectorize.py" />
      <source>threshold,outline,polygonize,simplify</source>
      <translation>임계값,윤곽,폴리곤화,단순화,threshold,outline,polygonize,simplify</translation>
    </message>
    <message>
      <location filename="../algorithms/vectorize.py" />
      <source>{folder} holds no prediction. Choose the run folder of a prediction that kept its fields.</source>
      <translation>{folder}에 예측이 없습니다. 필드를 보관한 예측의 실행 폴더를 고르세요.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Add a category: a kind of thing that DeepSeg is to find, for example roof.</source>
      <translation>범주를 추가하세요: DeepSeg가 찾을 것의 종류, 예를 들어 지붕.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Add the raster that you want to draw on.</source>
      <translation>그림을 그릴 래스터를 추가하세요.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Draw a training area around them (A), and label every {category} inside.</source>
      <translation>라벨 둘레에 학습 영역을 그리고(A), 그 안의 모든 {category}에 라벨을 다세요.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Draw a training area around them (A), and label everything inside.</source>
      <translation>라벨 둘레에 학습 영역을 그리고(A), 그 안의 모든 것에 라벨을 다세요.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Draw at least {n} of {category}.</source>
      <translation>{category}을(를) {n}개 이상 그리세요.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Draw one more of {category}.</source>
      <translation>{category}을(를) 하나 더 그리세요.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Draw {n} more of {category}.</source>
      <translation>{category}을(를) {n}개 더 그리세요.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Make a new project or open one: it keeps your categories and labels.</source>
      <translation>새 프로젝트를 만들거나 여세요. 범주와 라벨이 거기에 보관됩니다.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>One label has no category: choose one in the attribute table, or delete the label.</source>
      <translation>라벨 하나에 범주가 없습니다. 속성 테이블에서 고르거나 라벨을 지우세요.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Ready to train.</source>
      <translation>학습할 준비가 되었습니다.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Ready to train. Draw an evaluation area as well, to test the model on ground it has never seen.</source>
      <translation>학습할 준비가 되었습니다. 모델이 본 적 없는 곳에서 시험하도록 평가 영역도 그리세요.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Ready to train. {n} or more of {category} will do better.</source>
      <translation>학습할 준비가 되었습니다. {category}이(가) {n}개 이상이면 더 좋습니다.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Ready to train. {n} or more will do better.</source>
      <translation>학습할 준비가 되었습니다. {n}개 이상이면 더 좋습니다.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>{n} labels have no category: choose one in the attribute table, or delete them.</source>
      <translation>라벨 {n}개에 범주가 없습니다. 속성 테이블에서 고르거나 지우세요.</translation>
    </message>
    <message>
      <location filename="../docks/banner.py" />
      <source>DeepSeg is being set up.</source>
      <translation>DeepSeg를 설정하는 중입니다.</translation>
    </message>
    <message>
      <location filename="../docks/banner.py" />
      <source>Set up…</source>
      <translation>설정…</translation>
    </message>
    <message>
      <location filename="../docks/banner.py" />
      <source>Show</source>
      <translation>보기</translation>
    </message>
    <message>
      <location filename="../docks/banner.py" />
      <source>To train and predict, DeepSeg has to be set up once.</source>
      <translation>학습하고 예측하려면 DeepSeg를 한 번 설정해야 합니다.</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>A category needs a name, so it is still called {name}.</source>
      <translation>범주에는 이름이 필요하므로 그대로 {name}입니다.</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Add</source>
      <translation>추가</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Add category</source>
      <translation>범주 추가</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Categories</source>
      <translation>범주</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Category</source>
      <translation>범주</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Change color…</source>
      <translation>색 바꾸기…</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Choose the color that the picked category has everywhere.</source>
      <translation>고른 범주가 어디서나 쓸 색을 고릅니다.</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Color</source>
      <translation>색</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Color of {name}</source>
      <translation>{name}의 색</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Delete</source>
      <translation>삭제</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Delete the picked category; you are asked what becomes of its labels.</source>
      <translation>고른 범주를 지웁니다. 라벨을 어떻게 할지 묻습니다.</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Delete…</source>
      <translation>삭제…</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Double click to choose another color.</source>
      <translation>두 번 누르면 다른 색을 고릅니다.</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Key</source>
      <translation>키</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Press this key on the map to draw labels of the category.</source>
      <translation>지도에서 이 키를 누르면 이 범주의 라벨을 그립니다.</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Rename</source>
      <translation>이름 바꾸기</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Rename the picked category; its labels follow (F2 or double click).</source>
      <translation>고른 범주의 이름을 바꿉니다. 라벨도 따라 바뀝니다(F2 또는 두 번 누르기).</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>There is already a category called {new}, so this one is still called {old}.</source>
      <translation>이미 {new} 범주가 있어 그대로 {old}입니다.</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>{name}: double click or press F2 to rename it.</source>
      <translation>{name}: 두 번 누르거나 F2를 눌러 이름을 바꿉니다.</translation>
    </message>
    <message>
      <location filename="../docks/category_section.py" />
      <source>1 label was imported.</source>
      <translation>라벨 1개를 가져왔습니다.</translation>
    </message>
    <message>
      <location filename="../docks/category_section.py" />
      <source>A label is a polygon that you draw around one thing. A training area is a polygon in which you have labeled everything, so that DeepSeg also learns what is not there.</source>
      <translation>라벨은 대상 하나를 둘러 그린 폴리곤입니다. 학습 영역은 안의 모든 것에 라벨을 단 폴리곤으로, DeepSeg가 아닌 것도 배우게 합니다.</translation>
    </message>
    <message>
      <location filename="../docks/category_section.py" />
      <source>Import labels…</source>
      <translation>라벨 가져오기…</translation>
    </message>
    <message>
      <location filename="../docks/category_section.py" />
      <source>New categories: {names}.</source>
      <translation>새 범주: {names}.</translation>
    </message>
    <message>
      <location filename="../docks/category_section.py" />
      <source>No label was imported.</source>
      <translation>가져온 라벨이 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/category_section.py" />
      <source>Take over polygons from a file or another layer as labels.</source>
      <translation>파일이나 다른 레이어의 폴리곤을 라벨로 가져옵니다.</translation>
    </message>
    <message>
      <location filename="../docks/category_section.py" />
      <source>category {n}</source>
      <translation>범주 {n}</translation>
    </message>
    <message>
      <location filename="../docks/category_section.py" />
      <source>{n} labels were imported.</source>
      <translation>라벨 {n}개를 가져왔습니다.</translation>
    </message>
    <message>
      <location filename="../docks/category_section.py" />
      <source>{n} were left out, because they have no usable outline or are there already.</source>
      <translation>{n}개는 쓸 수 있는 윤곽이 없거나 이미 있어 제외했습니다.</translation>
    </message>
    <message>
      <location filename="../docks/chart.py" />
      <source>Choose a folder that you may write to.</source>
      <translation>쓰기가 허용된 폴더를 고르세요.</translation>
    </message>
    <message>
      <location filename="../docks/chart.py" />
      <source>Save as a picture or a table</source>
      <translation>그림이나 표로 저장</translation>
    </message>
    <message>
      <location filename="../docks/chart.py" />
      <source>Save picture</source>
      <translation>그림 저장</translation>
    </message>
    <message>
      <location filename="../docks/chart.py" />
      <source>Save picture (PNG)…</source>
      <translation>그림 저장(PNG)…</translation>
    </message>
    <message>
      <location filename="../docks/chart.py" />
      <source>Save table</source>
      <translation>표 저장</translation>
    </message>
    <message>
      <location filename="../docks/chart.py" />
      <source>Save table (CSV)…</source>
      <translation>표 저장(CSV)…</translation>
    </message>
    <message>
      <location filename="../docks/chart.py" />
      <source>{path} could not be written.</source>
      <translation>{path}을(를) 쓸 수 없었습니다.</translation>
    </message>
    <message>
      <location filename="../docks/check_section.py" />
      <source>1 label was repaired.</source>
      <translation>라벨 1개를 고쳤습니다.</translation>
    </message>
    <message>
      <location filename="../docks/check_section.py" />
      <source>Draw or import labels first.</source>
      <translation>먼저 라벨을 그리거나 가져오세요.</translation>
    </message>
    <message>
      <location filename="../docks/check_section.py" />
      <source>Look for labels that would teach the model something wrong. It needs no engine and changes nothing.</source>
      <translation>모델에 잘못된 것을 가르칠 라벨을 찾습니다. 엔진이 필요 없고 아무것도 바꾸지 않습니다.</translation>
    </message>
    <message>
      <location filename="../docks/check_section.py" />
      <source>Not checked yet.</source>
      <translation>아직 검사하지 않았습니다.</translation>
    </message>
    <message>
      <location filename="../docks/check_section.py" />
      <source>The check finds labels that are invalid, drawn twice, overlapping, off the rasters, outside all areas or too small, and categories with too few labels. It also sees what is not saved yet.</source>
      <translation>검사는 잘못된 라벨, 두 번 그린 라벨, 겹치는 라벨, 래스터나 모든 영역 밖의 라벨, 너무 작은 라벨, 라벨이 너무 적은 범주를 찾습니다. 아직 저장하지 않은 것도 봅니다.</translation>
    </message>
    <message>
      <location filename="../docks/check_section.py" />
      <source>There was nothing left to repair: the labels have changed since the check. Check them again.</source>
      <translation>고칠 것이 남아 있지 않습니다. 검사 이후 라벨이 바뀌었습니다. 다시 검사하세요.</translation>
    </message>
    <message>
      <location filename="../docks/check_section.py" />
      <source>Undo takes it back; save the labels to keep it.</source>
      <translation>실행 취소로 되돌리고, 라벨을 저장하면 남습니다.</translation>
    </message>
    <message>
      <location filename="../docks/check_section.py" />
      <source>{n} labels were repaired.</source>
      <translation>라벨 {n}개를 고쳤습니다.</translation>
    </message>
    <message>
      <location filename="../docks/count_chart.py" />
      <source>(none)</source>
      <translation>(없음)</translation>
    </message>
    <message>
      <location filename="../docks/count_chart.py" />
      <source>Footprints per category</source>
      <translation>범주별 풋프린트</translation>
    </message>
    <message>
      <location filename="../docks/count_chart.py" />
      <source>No footprint is shown.</source>
      <translation>보이는 풋프린트가 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/curve_graph.py" />
      <source>Nothing was found at all.</source>
      <translation>아무것도 찾지 못했습니다.</translation>
    </message>
    <message>
      <location filename="../docks/curve_graph.py" />
      <source>Precision-recall curve</source>
      <translation>정밀도-재현율 곡선</translation>
    </message>
    <message>
      <location filename="../docks/curve_graph.py" />
      <source>The curve appears here after an evaluation.</source>
      <translation>평가하면 여기에 곡선이 나타납니다.</translation>
    </message>
    <message>
      <location filename="../docks/curve_graph.py" />
      <source>precision {value}</source>
      <translation>정밀도 {value}</translation>
    </message>
    <message>
      <location filename="../docks/curve_graph.py" />
      <source>recall {value}</source>
      <translation>재현율 {value}</translation>
    </message>
    <message>
      <location filename="../docks/curve_graph.py" />
      <source>score at least {percent} %</source>
      <translation>점수 {percent} % 이상</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>1 unsaved change</source>
      <translation>저장하지 않은 변경 1개</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>Add a category first.</source>
      <translation>먼저 범주를 추가하세요.</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>All labels are saved.</source>
      <translation>모든 라벨이 저장되었습니다.</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>An area tells DeepSeg where to work. Inside a training area label everything of your categories: what has no label there is taken for background.</source>
      <translation>영역은 DeepSeg가 어디서 작업할지 나타냅니다. 학습 영역 안에서는 범주에 드는 모든 것에 라벨을 다세요. 라벨이 없는 것은 배경으로 봅니다.</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>Draw</source>
      <translation>그리기</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>Draw an area on the map. {meaning}</source>
      <translation>지도에 영역을 그립니다. {meaning}</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>Draw area ({key})</source>
      <translation>영역 그리기({key})</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>Draw labels of {category} on the map: click the corners, end with a right click. The tool stays ready for the next one; hold Space to pan.</source>
      <translation>지도에 {category} 라벨을 그립니다: 모서리를 누르고 오른쪽 버튼으로 끝냅니다. 도구는 다음 라벨을 위해 준비되어 있으며, 스페이스를 누르고 있으면 지도를 옮깁니다.</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>Draw {category}</source>
      <translation>{category} 그리기</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>Draw {category} ({key})</source>
      <translation>{category} 그리기({key})</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>Save labels</source>
      <translation>라벨 저장</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>There is nothing to save.</source>
      <translation>저장할 것이 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>What the area is for</source>
      <translation>영역의 쓰임</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>Write drawn labels and areas to the project's file. Until then you can undo each of them.</source>
      <translation>그린 라벨과 영역을 프로젝트 파일에 씁니다. 그때까지는 하나씩 되돌릴 수 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>{n} unsaved changes</source>
      <translation>저장하지 않은 변경 {n}개</translation>
    </message>
    <message>
      <location filename="../docks/estimate_line.py" />
      <source>Estimate</source>
      <translation>예상</translation>
    </message>
    <message>
      <location filename="../docks/estimate_line.py" />
      <source>Try a few tiles, and say how long it will take and how much memory and disk. Nothing is written.</source>
      <translation>타일 몇 개를 시험해 얼마나 걸리는지, 메모리와 디스크가 얼마나 필요한지 알려 줍니다. 아무것도 쓰지 않습니다.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Choose a model, or train one first.</source>
      <translation>먼저 모델을 고르거나 학습하세요.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Compare what the model finds in the test areas with your labels.</source>
      <translation>모델이 시험 영역에서 찾은 것을 라벨과 비교합니다.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>DeepSeg is at work; STOP is above.</source>
      <translation>DeepSeg가 작업 중입니다. 중지 버튼은 위에 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Draw it on the map: a click for each corner, a right click to end.</source>
      <translation>지도에 그리세요: 모서리마다 누르고 오른쪽 버튼으로 끝냅니다.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Evaluation</source>
      <translation>평가</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Keep one area for the test</source>
      <translation>영역 하나를 시험용으로 남기기</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Labels in areas with the role Evaluation. Everything inside them must be labeled, else right footprints count as false.</source>
      <translation>역할이 평가인 영역의 라벨. 안의 모든 것에 라벨이 있어야 합니다. 아니면 맞는 풋프린트가 틀린 것으로 셉니다.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Make or open a project first, in the dock Labels.</source>
      <translation>먼저 라벨 독에서 프로젝트를 만들거나 여세요.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Matches of {model}</source>
      <translation>{model}의 일치 결과</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Misses</source>
      <translation>놓친 것</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Misses ({n})</source>
      <translation>놓친 것({n})</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Score</source>
      <translation>점수</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Set up DeepSeg first, with the button above.</source>
      <translation>먼저 위의 버튼으로 DeepSeg를 설정하세요.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Show misses</source>
      <translation>놓친 것 보기</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Test on</source>
      <translation>시험 대상</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Test on ground kept aside for it.</source>
      <translation>시험을 위해 남겨 둔 곳에서 시험합니다.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>▶ EVALUATE</source>
      <translation>▶ 평가</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>&lt;b&gt;{model}&lt;/b&gt;, evaluated {date}</source>
      <translation>&lt;b&gt;{model}&lt;/b&gt;, {date}에 평가</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>A model is tested on ground it has never seen. Draw one area, apart from the training areas, and label everything inside.</source>
      <translation>모델은 본 적 없는 곳에서 시험합니다. 학습 영역과 떨어진 곳에 영역을 하나 그리고 안의 모든 것에 라벨을 다세요.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>Add a raster to test on, in the dock Labels.</source>
      <translation>라벨 독에서 시험할 래스터를 추가하세요.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>Nothing is set aside for the test yet.</source>
      <translation>아직 시험용으로 남겨 둔 것이 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>There is no label in the test area: label everything inside it first.</source>
      <translation>시험 영역에 라벨이 없습니다. 먼저 안의 모든 것에 라벨을 다세요.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>There is no test area, so the whole of the evaluation rasters counts as labeled.</source>
      <translation>시험 영역이 없어 평가 래스터 전체에 라벨이 있는 것으로 봅니다.</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/evaluation_words.py" />
      <source>{model}: {found} of {n} labels were found, F1 {f1}, mAP {map}.</source>
      <translation>
        <numerusform>{model}: 라벨 {n}개 중 {found}개를 찾음, F1 {f1}, mAP {map}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>{n} label</source>
      <translation>라벨 {n}개</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>{n} labels</source>
      <translation>라벨 {n}개</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>{n} of the test areas lie on ground that is learned from: the scores would be too good.</source>
      <translation>시험 영역 {n}개가 학습하는 곳에 있어 점수가 실제보다 높게 나옵니다.</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/evaluation_words.py" />
      <source>{n} of the test areas lies on ground that is learned from: the scores would be too good.</source>
      <translation>
        <numerusform>시험 영역 {n}개가 학습하는 곳에 있어 점수가 실제보다 높게 나옵니다.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>{n} raster</source>
      <translation>래스터 {n}개</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>{n} rasters</source>
      <translation>래스터 {n}개</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>{n} test area</source>
      <translation>시험 영역 {n}개</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>{n} test areas</source>
      <translation>시험 영역 {n}개</translation>
    </message>
    <message>
      <location filename="../docks/export.py" />
      <source>COCO JSON</source>
      <translation>COCO JSON</translation>
    </message>
    <message>
      <location filename="../docks/export.py" />
      <source>COCO JSON…</source>
      <translation>COCO JSON…</translation>
    </message>
    <message>
      <location filename="../docks/export.py" />
      <source>Export</source>
      <translation>내보내기</translation>
    </message>
    <message>
      <location filename="../docks/export.py" />
      <source>Export footprints</source>
      <translation>풋프린트 내보내기</translation>
    </message>
    <message>
      <location filename="../docks/export.py" />
      <source>Exporting footprints</source>
      <translation>풋프린트를 내보내는 중</translation>
    </message>
    <message>
      <location filename="../docks/export.py" />
      <source>GeoJSON</source>
      <translation>GeoJSON</translation>
    </message>
    <message>
      <location filename="../docks/export.py" />
      <source>GeoJSON…</source>
      <translation>GeoJSON…</translation>
    </message>
    <message>
      <location filename="../docks/export.py" />
      <source>Longitude and latitude, for maps and GIS.</source>
      <translation>경도와 위도, 지도와 GIS용.</translation>
    </message>
    <message>
      <location filename="../docks/export.py" />
      <source>Pixels of each raster, for programs of machine learning.</source>
      <translation>각 래스터의 픽셀, 기계 학습 프로그램용.</translation>
    </message>
    <message>
      <location filename="../docks/export.py" />
      <source>Write the footprints that are shown into a file for other programs.</source>
      <translation>보이는 풋프린트를 다른 프로그램을 위한 파일로 씁니다.</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>1 finding.</source>
      <translation>발견 사항 1개.</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>DeepSeg can repair it all; every repair can be undone.</source>
      <translation>모두 DeepSeg가 고칠 수 있으며, 고친 것은 되돌릴 수 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>DeepSeg can repair {n} of them; every repair can be undone.</source>
      <translation>그중 {n}개는 DeepSeg가 고칠 수 있으며, 고친 것은 되돌릴 수 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>Everything is in order: nothing was found.</source>
      <translation>모두 이상 없습니다. 발견된 것이 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>Finding</source>
      <translation>발견 사항</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>Kind</source>
      <translation>종류</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>Pick a finding to see its place on the map.</source>
      <translation>발견 사항을 고르면 지도에서 그 위치를 봅니다.</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>Repair</source>
      <translation>고치기</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>Repair all findings of this kind. {tip}</source>
      <translation>이 종류의 발견 사항을 모두 고칩니다. {tip}</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>Repair all {n} alike</source>
      <translation>같은 것 {n}개 모두 고치기</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>You decide what to do: pick one to see its place.</source>
      <translation>어떻게 할지 정하세요. 고르면 그 위치를 봅니다.</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>{message} Repair: {repair}.</source>
      <translation>{message} 수정: {repair}.</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>{n} findings.</source>
      <translation>발견 사항 {n}개.</translation>
    </message>
    <message>
      <location filename="../docks/history_graph.py" />
      <source>Epoch {epoch}</source>
      <translation>에포크 {epoch}</translation>
    </message>
    <message>
      <location filename="../docks/history_graph.py" />
      <source>Graph of the training, empty</source>
      <translation>학습 그래프, 비어 있음</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/history_graph.py" />
      <source>Graph of {n} epochs, the best is epoch {epoch}</source>
      <translation>
        <numerusform>에포크 {n}개의 그래프, 최고는 에포크 {epoch}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/history_graph.py" />
      <source>Score and loss appear here after the first epoch.</source>
      <translation>첫 에포크가 끝나면 점수와 손실이 여기에 나타납니다.</translation>
    </message>
    <message>
      <location filename="../docks/history_graph.py" />
      <source>Training loss per epoch</source>
      <translation>에포크별 학습 손실</translation>
    </message>
    <message>
      <location filename="../docks/history_graph.py" />
      <source>Validation score</source>
      <translation>검증 점수</translation>
    </message>
    <message>
      <location filename="../docks/history_graph.py" />
      <source>best</source>
      <translation>최고</translation>
    </message>
    <message>
      <location filename="../docks/history_graph.py" />
      <source>loss {loss}</source>
      <translation>손실 {loss}</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>+ File</source>
      <translation>+ 파일</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>+ Layer</source>
      <translation>+ 레이어</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>+ View</source>
      <translation>+ 화면</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>Add a raster layer of this QGIS project.</source>
      <translation>이 QGIS 프로젝트의 래스터 레이어를 추가합니다.</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>Add files, or all rasters of a folder.</source>
      <translation>파일을 추가하거나 폴더의 모든 래스터를 추가합니다.</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>Add rasters, or drop files here.</source>
      <translation>래스터를 추가하거나 파일을 여기에 놓으세요.</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>All rasters of a folder…</source>
      <translation>폴더의 모든 래스터…</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>Files…</source>
      <translation>파일…</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>Images</source>
      <translation>영상</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>Predict only in what the map shows, in the rasters that are seen there.</source>
      <translation>지도에 보이는 곳만, 거기 보이는 래스터에서 예측합니다.</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>Remove</source>
      <translation>제거</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>Take the selected rasters off the list. Their files stay on disk.</source>
      <translation>선택한 래스터를 목록에서 뺍니다. 파일은 디스크에 남습니다.</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>cannot be read</source>
      <translation>읽을 수 없음</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>&amp;Where</source>
      <translation>위치(&amp;W)</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>Add a raster first.</source>
      <translation>먼저 래스터를 추가하세요.</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>Draw an area to predict in…</source>
      <translation>예측할 영역 그리기…</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>Everywhere in them</source>
      <translation>래스터 전체</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>In what the map shows</source>
      <translation>지도에 보이는 곳</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/image_section.py" />
      <source>In {n} areas for prediction</source>
      <translation>
        <numerusform>예측 영역 {n}개 안</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>None of the ticked rasters lies there.</source>
      <translation>체크한 래스터 중 그곳에 있는 것이 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>The map shows no raster file here. Add a raster, or move the map.</source>
      <translation>지도의 이곳에 래스터 파일이 없습니다. 래스터를 추가하거나 지도를 옮기세요.</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>There is no area with the role {role}. Draw one, or choose another place.</source>
      <translation>역할이 “{role}”인 영역이 없습니다. 하나 그리거나 다른 위치를 고르세요.</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>There is no raster in this folder.</source>
      <translation>이 폴더에 래스터가 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>Tick at least one raster.</source>
      <translation>래스터를 하나 이상 체크하세요.</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>{name} cannot be read. Untick it, or look where it is.</source>
      <translation>{name}을(를) 읽을 수 없습니다. 체크를 끄거나 파일이 어디 있는지 확인하세요.</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/image_section.py" />
      <source>{name} has {n} bands; the model reads band {needed}.</source>
      <translation>
        <numerusform>{name}에는 밴드가 {n}개인데 모델은 밴드 {needed}을(를) 읽습니다.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>1 polygon will become a label.</source>
      <translation>폴리곤 1개가 라벨이 됩니다.</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Category from</source>
      <translation>범주 필드</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Choose a file: this QGIS project has no other layer of polygons.</source>
      <translation>파일을 고르세요. 이 QGIS 프로젝트에는 다른 폴리곤 레이어가 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>File</source>
      <translation>파일</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>File with labels</source>
      <translation>라벨이 있는 파일</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Import</source>
      <translation>가져오기</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Import labels</source>
      <translation>라벨 가져오기</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Polygons of</source>
      <translation>폴리곤 원본</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Polygons of a file or layer become labels. They are copied and reprojected.</source>
      <translation>파일이나 레이어의 폴리곤이 라벨이 됩니다. 복사하고 좌표를 변환합니다.</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>The field whose values name what each polygon shows, such as roof or tree. Categories that are not in the project yet are added.</source>
      <translation>각 폴리곤이 무엇인지(지붕, 나무 등) 이름이 들어 있는 필드. 프로젝트에 아직 없는 범주는 추가됩니다.</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>There are no polygons in it.</source>
      <translation>폴리곤이 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Vector files (*.gpkg *.geojson *.json *.shp *.kml *.gml *.fgb);;All files (*)</source>
      <translation>벡터 파일 (*.gpkg *.geojson *.json *.shp *.kml *.gml *.fgb);;모든 파일 (*)</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>no field: all become {category}</source>
      <translation>필드 없음: 모두 {category}</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>{n} polygons will become labels.</source>
      <translation>폴리곤 {n}개가 라벨이 됩니다.</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>{path} holds no polygons that can be read.</source>
      <translation>{path}에 읽을 수 있는 폴리곤이 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>A project keeps your categories, labels and areas in one file. Make a new one, or open one.</source>
      <translation>프로젝트는 범주, 라벨, 영역을 한 파일에 보관합니다. 새로 만들거나 여세요.</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>Categories &amp; labels</source>
      <translation>범주와 라벨</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>Categories and labels</source>
      <translation>범주와 라벨</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>DeepSeg project (*.gpkg)</source>
      <translation>DeepSeg 프로젝트 (*.gpkg)</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>Divide into tiles</source>
      <translation>타일로 나누기</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>Make a new project: one file for categories, labels and areas.</source>
      <translation>새 프로젝트 만들기: 범주, 라벨, 영역을 위한 파일 하나.</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>New…</source>
      <translation>새로 만들기…</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>No project is open</source>
      <translation>열린 프로젝트가 없습니다</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>Open a DeepSeg project</source>
      <translation>DeepSeg 프로젝트 열기</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>Open a project that was made before.</source>
      <translation>전에 만든 프로젝트를 엽니다.</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>Open…</source>
      <translation>열기…</translation>
    </message>
    <message>
      <location filename="../docks/map_keys.py" />
      <source>Draw an area</source>
      <translation>영역 그리기</translation>
    </message>
    <message>
      <location filename="../docks/map_keys.py" />
      <source>Draw labels of category {n}</source>
      <translation>{n}번 범주의 라벨 그리기</translation>
    </message>
    <message>
      <location filename="../docks/messages.py" />
      <source>Copy details</source>
      <translation>자세한 내용 복사</translation>
    </message>
    <message>
      <location filename="../docks/misses_table.py" />
      <source>A footprint where there is no label.</source>
      <translation>라벨이 없는 곳의 풋프린트.</translation>
    </message>
    <message>
      <location filename="../docks/misses_table.py" />
      <source>A label that the model did not find.</source>
      <translation>모델이 찾지 못한 라벨.</translation>
    </message>
    <message>
      <location filename="../docks/misses_table.py" />
      <source>How much of both outlines is shared with the best counterpart; 50 % makes a match.</source>
      <translation>가장 잘 맞는 상대와 두 윤곽이 겹치는 비율. 50 %면 일치로 봅니다.</translation>
    </message>
    <message>
      <location filename="../docks/misses_table.py" />
      <source>How sure the model is.</source>
      <translation>모델이 얼마나 확신하는지.</translation>
    </message>
    <message>
      <location filename="../docks/misses_table.py" />
      <source>What</source>
      <translation>무엇</translation>
    </message>
    <message>
      <location filename="../docks/misses_table.py" />
      <source>false</source>
      <translation>틀림</translation>
    </message>
    <message>
      <location filename="../docks/misses_table.py" />
      <source>missed</source>
      <translation>놓침</translation>
    </message>
    <message>
      <location filename="../docks/misses_view.py" />
      <source>Next ▶</source>
      <translation>다음 ▶</translation>
    </message>
    <message>
      <location filename="../docks/misses_view.py" />
      <source>Nothing was missed, and nothing is false.</source>
      <translation>놓친 것도 틀린 것도 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/misses_view.py" />
      <source>Show on the map</source>
      <translation>지도에서 보기</translation>
    </message>
    <message>
      <location filename="../docks/misses_view.py" />
      <source>Show what is right, false and missed as a layer.</source>
      <translation>맞음, 틀림, 놓침을 레이어로 보여 줍니다.</translation>
    </message>
    <message>
      <location filename="../docks/misses_view.py" />
      <source>The first {n} are listed; the layer holds all.</source>
      <translation>처음 {n}개만 나열합니다. 레이어에는 모두 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/misses_view.py" />
      <source>right</source>
      <translation>맞음</translation>
    </message>
    <message>
      <location filename="../docks/misses_view.py" />
      <source>{missed} missed, {false} false. Pick one to see it on the map.</source>
      <translation>놓침 {missed}개, 틀림 {false}개. 고르면 지도에서 봅니다.</translation>
    </message>
    <message>
      <location filename="../docks/misses_view.py" />
      <source>◀ Previous</source>
      <translation>◀ 이전</translation>
    </message>
    <message>
      <location filename="../docks/model_box.py" />
      <source>&amp;Model</source>
      <translation>모델(&amp;M)</translation>
    </message>
    <message>
      <location filename="../docks/model_box.py" />
      <source>Another model file</source>
      <translation>다른 모델 파일</translation>
    </message>
    <message>
      <location filename="../docks/model_box.py" />
      <source>Models</source>
      <translation>모델</translation>
    </message>
    <message>
      <location filename="../docks/model_box.py" />
      <source>choose a model</source>
      <translation>모델을 고르세요</translation>
    </message>
    <message>
      <location filename="../docks/model_box.py" />
      <source>no model yet</source>
      <translation>아직 모델 없음</translation>
    </message>
    <message>
      <location filename="../docks/model_card_view.py" />
      <source>Finds: {names}</source>
      <translation>찾는 것: {names}</translation>
    </message>
    <message>
      <location filename="../docks/model_card_view.py" />
      <source>Network: {family}, {encoder}</source>
      <translation>네트워크: {family}, {encoder}</translation>
    </message>
    <message>
      <location filename="../docks/model_card_view.py" />
      <source>The scores are those of the best epoch, on ground kept aside while it learned. The dock Evaluation measures it on your own test areas.</source>
      <translation>점수는 가장 좋은 에포크가 학습 중 남겨 둔 곳에서 얻은 것입니다. 평가 독은 내 시험 영역에서 모델을 잽니다.</translation>
    </message>
    <message>
      <location filename="../docks/model_card_view.py" />
      <source>bands {bands}</source>
      <translation>밴드 {bands}</translation>
    </message>
    <message>
      <location filename="../docks/model_card_view.py" />
      <source>precision</source>
      <translation>정밀도</translation>
    </message>
    <message>
      <location filename="../docks/model_card_view.py" />
      <source>recall</source>
      <translation>재현율</translation>
    </message>
    <message>
      <location filename="../docks/model_card_view.py" />
      <source>{metres} per pixel</source>
      <translation>픽셀당 {metres}</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/model_card_view.py" />
      <source>{n} bands</source>
      <translation>
        <numerusform>밴드 {n}개</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/model_card_view.py" />
      <source>{n} more</source>
      <translation>{n}개 더</translation>
    </message>
    <message>
      <location filename="../docks/prediction_dock.py" />
      <source>CLEAR POLYGONS</source>
      <translation>폴리곤 지우기</translation>
    </message>
    <message>
      <location filename="../docks/prediction_dock.py" />
      <source>Find things in the ticked rasters.</source>
      <translation>체크한 래스터에서 찾습니다.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_dock.py" />
      <source>Prediction</source>
      <translation>예측</translation>
    </message>
    <message>
      <location filename="../docks/prediction_dock.py" />
      <source>Shape</source>
      <translation>모양</translation>
    </message>
    <message>
      <location filename="../docks/prediction_dock.py" />
      <source>Take footprints off the map; their files stay.</source>
      <translation>풋프린트를 지도에서 뺍니다. 파일은 남습니다.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_dock.py" />
      <source>▶ PREDICT</source>
      <translation>▶ 예측</translation>
    </message>
    <message>
      <location filename="../docks/prediction_list.py" />
      <source>GO ON</source>
      <translation>이어 가기</translation>
    </message>
    <message>
      <location filename="../docks/prediction_list.py" />
      <source>Go on where it was stopped.</source>
      <translation>중지한 곳부터 이어 갑니다.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_list.py" />
      <source>More to do with this prediction</source>
      <translation>이 예측으로 할 수 있는 다른 일</translation>
    </message>
    <message>
      <location filename="../docks/prediction_list.py" />
      <source>No prediction yet.</source>
      <translation>아직 예측이 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_list.py" />
      <source>Open its folder</source>
      <translation>폴더 열기</translation>
    </message>
    <message>
      <location filename="../docks/prediction_list.py" />
      <source>Past predictions</source>
      <translation>지난 예측</translation>
    </message>
    <message>
      <location filename="../docks/prediction_list.py" />
      <source>When</source>
      <translation>시각</translation>
    </message>
    <message>
      <location filename="../docks/prediction_list.py" />
      <source>Zoom to it</source>
      <translation>예측으로 확대</translation>
    </message>
    <message>
      <location filename="../docks/prediction_list.py" />
      <source>{name} (stopped)</source>
      <translation>{name}(중지됨)</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Clear polygons</source>
      <translation>폴리곤 지우기</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Delete prediction</source>
      <translation>예측 삭제</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/prediction_words.py" />
      <source>Delete {name} with its footprints? {n} files, {size}.</source>
      <translation>
        <numerusform>{name}을(를) 풋프린트와 함께 지울까요? 파일 {n}개, {size}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Edits that are not saved are lost.</source>
      <translation>저장하지 않은 편집은 사라집니다.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Lower the score threshold to see up to {n}.</source>
      <translation>점수 임계값을 낮추면 {n}개까지 보입니다.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Measured: {what}.</source>
      <translation>측정함: {what}.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Model: {model}</source>
      <translation>모델: {model}</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Nothing was found. Is the raster as sharp as those that the model learned from?</source>
      <translation>아무것도 찾지 못했습니다. 래스터가 모델이 배운 것만큼 선명한가요?</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Only in what the map showed.</source>
      <translation>지도에 보이던 곳만.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Only inside areas.</source>
      <translation>영역 안만.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Redraw</source>
      <translation>다시 그리기</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Redraw outlines</source>
      <translation>윤곽 다시 그리기</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Stopped before its end; it can be gone on with.</source>
      <translation>끝나기 전에 중지했습니다. 이어 갈 수 있습니다.</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/prediction_words.py" />
      <source>Take {n} footprints of {where} off the map?</source>
      <translation>
        <numerusform>{where}의 풋프린트 {n}개를 지도에서 뺄까요?</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>The engine could not tell what this takes.</source>
      <translation>엔진이 얼마나 필요한지 알 수 없었습니다.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>The labels that were made of them stay.</source>
      <translation>풋프린트로 만든 라벨은 남습니다.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Their files stay on disk; History shows them again.</source>
      <translation>파일은 디스크에 남으며 기록에서 다시 볼 수 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>This cannot be undone. Labels that were made of its footprints stay.</source>
      <translation>되돌릴 수 없습니다. 풋프린트로 만든 라벨은 남습니다.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>and {n} more</source>
      <translation>그 밖에 {n}개 더</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>at most {size} of disk while it works</source>
      <translation>작업 중 디스크 최대 {size}</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>the first prediction will tell how long it takes</source>
      <translation>걸리는 시간은 첫 예측 뒤에 알 수 있음</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/prediction_words.py" />
      <source>{n} footprints shown in {where}.</source>
      <translation>
        <numerusform>{where}에서 풋프린트 {n}개 표시.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/prediction_words.py" />
      <source>{n} footprints were accepted or rejected; these marks are lost.</source>
      <translation>
        <numerusform>풋프린트 {n}개를 채택하거나 제외했습니다. 이 표시는 사라집니다.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/prediction_words.py" />
      <source>{n} images</source>
      <translation>
        <numerusform>이미지 {n}개</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>{n} million pixels</source>
      <translation>{n}메가픽셀</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/prediction_words.py" />
      <source>{n} places could not be read; they are red on the map.</source>
      <translation>
        <numerusform>{n}곳을 읽을 수 없었습니다. 지도에 빨간색으로 있습니다.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>{n} thousand pixels</source>
      <translation>{n}천 픽셀</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/prediction_words.py" />
      <source>{n} tiles</source>
      <translation>
        <numerusform>타일 {n}개</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/prediction_words.py" />
      <source>{pixels} in about {n} tiles</source>
      <translation>
        <numerusform>{pixels}, 타일 약 {n}개</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>{size} of memory</source>
      <translation>메모리 {size}</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>{size} on disk</source>
      <translation>디스크 {size}</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>⚠ Only {size} are free there.</source>
      <translation>⚠ 그곳의 남은 공간은 {size}뿐입니다.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>⚠ {names}: being edited. Save the edits and end editing, then the threshold holds there too.</source>
      <translation>⚠ {names}: 편집 중입니다. 편집을 저장하고 끝내면 임계값이 거기에도 적용됩니다.</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>A project keeps your categories, labels and areas in one file. Runs go beside it.</source>
      <translation>프로젝트는 범주, 라벨, 영역을 한 파일에 보관합니다. 실행 결과는 그 옆에 둡니다.</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>Add the raster {name}</source>
      <translation>래스터 {name} 추가</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>Choose a place for the project.</source>
      <translation>프로젝트를 둘 곳을 고르세요.</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>Coordinate system of the labels. That of the raster is nearly always right; others are reprojected.</source>
      <translation>라벨의 좌표계. 거의 언제나 래스터의 좌표계가 맞으며, 다른 것은 변환합니다.</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>Coordinates</source>
      <translation>좌표</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>Give the project a name.</source>
      <translation>프로젝트 이름을 지으세요.</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>Make project</source>
      <translation>프로젝트 만들기</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>My project</source>
      <translation>내 프로젝트</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>Name</source>
      <translation>이름</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>New DeepSeg project</source>
      <translation>새 DeepSeg 프로젝트</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>Place</source>
      <translation>위치</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>The folder {folder} may not be written to. Choose another place.</source>
      <translation>{folder} 폴더에 쓸 수 없습니다. 다른 위치를 고르세요.</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>There is already a file {name}. Choose another name, or open that project.</source>
      <translation>이미 {name} 파일이 있습니다. 다른 이름을 고르거나 그 프로젝트를 여세요.</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>Where to keep the project</source>
      <translation>프로젝트를 보관할 곳</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>none: pixels of the raster</source>
      <translation>없음: 래스터의 픽셀</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>1 label lies only on {name}.</source>
      <translation>라벨 1개가 {name}에만 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Delete category</source>
      <translation>범주 삭제</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Delete the category {category}? It has no labels.</source>
      <translation>{category} 범주를 지울까요? 라벨이 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Delete the label</source>
      <translation>라벨 삭제</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Delete {n} labels</source>
      <translation>라벨 {n}개 삭제</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Keep without category</source>
      <translation>범주 없이 보관</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Labels without category stay in the table, but nothing is learned from them.</source>
      <translation>범주가 없는 라벨은 테이블에 남지만 거기서 아무것도 배우지 않습니다.</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Remove raster</source>
      <translation>래스터 제거</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>The category {category} has 1 label. What is to happen to it?</source>
      <translation>{category} 범주에 라벨이 1개 있습니다. 어떻게 할까요?</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>The category {category} has {n} labels. What is to happen to them?</source>
      <translation>{category} 범주에 라벨이 {n}개 있습니다. 어떻게 할까요?</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>They stay in the project, but nothing can be learned from them without a raster. The file stays on disk.</source>
      <translation>프로젝트에 남지만 래스터 없이는 거기서 배울 수 없습니다. 파일은 디스크에 남습니다.</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>{n} labels lie only on {name}.</source>
      <translation>라벨 {n}개가 {name}에만 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/raster_choice.py" />
      <source>Add all rasters of a folder</source>
      <translation>폴더의 모든 래스터 추가</translation>
    </message>
    <message>
      <location filename="../docks/raster_choice.py" />
      <source>Add rasters</source>
      <translation>래스터 추가</translation>
    </message>
    <message>
      <location filename="../docks/raster_choice.py" />
      <source>There is no other raster layer</source>
      <translation>다른 래스터 레이어가 없습니다</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>Add rasters from files, a folder, or the layers of this QGIS project.</source>
      <translation>파일, 폴더, 또는 이 QGIS 프로젝트의 레이어에서 래스터를 추가합니다.</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>Layer of this QGIS project</source>
      <translation>이 QGIS 프로젝트의 레이어</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>Show the whole picked raster on the map (or double click it).</source>
      <translation>고른 래스터 전체를 지도에 보여 줍니다(또는 두 번 누르기).</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>Take the picked raster out of the project. Its file stays on disk.</source>
      <translation>고른 래스터를 프로젝트에서 뺍니다. 파일은 디스크에 남습니다.</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>Used for</source>
      <translation>쓰임</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>What {name} is used for</source>
      <translation>{name}의 쓰임</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>Zoom</source>
      <translation>확대</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>metres per pixel unknown</source>
      <translation>픽셀당 미터 알 수 없음</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>no coordinate system</source>
      <translation>좌표계 없음</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>{metres} m</source>
      <translation>{metres} m</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>{path} cannot be read. Was it moved, or is its drive not connected?</source>
      <translation>{path}을(를) 읽을 수 없습니다. 옮겼거나 드라이브가 연결되지 않았나요?</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>{width} × {height} px</source>
      <translation>{width} × {height} px</translation>
    </message>
    <message>
      <location filename="../docks/raster_section.py" />
      <source>1 raster</source>
      <translation>래스터 1개</translation>
    </message>
    <message>
      <location filename="../docks/raster_section.py" />
      <source>{name} is in the project already.</source>
      <translation>{name}은(는) 이미 프로젝트에 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/results_section.py" />
      <source>All images</source>
      <translation>모든 이미지</translation>
    </message>
    <message>
      <location filename="../docks/results_section.py" />
      <source>History</source>
      <translation>기록</translation>
    </message>
    <message>
      <location filename="../docks/results_section.py" />
      <source>Review</source>
      <translation>검토</translation>
    </message>
    <message>
      <location filename="../docks/results_section.py" />
      <source>Statistics</source>
      <translation>통계</translation>
    </message>
    <message>
      <location filename="../docks/results_section.py" />
      <source>Which images</source>
      <translation>대상 이미지</translation>
    </message>
    <message>
      <location filename="../docks/results_section.py" />
      <source>Which images are counted, reviewed, exported and cleared.</source>
      <translation>세고, 검토하고, 내보내고, 지울 이미지.</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/results_section.py" />
      <source>{n} footprints are in {path}.</source>
      <translation>
        <numerusform>풋프린트 {n}개를 {path}에 저장했습니다.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>&amp;Look at</source>
      <translation>볼 순서(&amp;L)</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Accept the footprint</source>
      <translation>풋프린트 채택</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Accepted footprints become labels of your project, rejected ones fade. Those near the score threshold teach the model most. Keys, while this tab is in front: N next, B back, Y accept, X reject, E edit.</source>
      <translation>채택한 풋프린트는 프로젝트의 라벨이 되고, 제외한 것은 흐려집니다. 점수 임계값에 가까운 것이 모델에 가장 많이 가르칩니다. 이 탭이 앞에 있는 동안의 키: N 다음, B 이전, Y 채택, X 제외, E 편집.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>All footprints shown have been looked at.</source>
      <translation>보이는 풋프린트를 모두 살펴보았습니다.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Back to the one before.</source>
      <translation>이전 풋프린트로 돌아갑니다.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Correct its outline with QGIS's vertex tool, then accept it.</source>
      <translation>QGIS의 꼭짓점 도구로 윤곽을 바로잡은 뒤 채택합니다.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Edit (E)</source>
      <translation>편집(E)</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Edit the footprint</source>
      <translation>풋프린트 편집</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>It is a label already. Undo in the layer of labels takes it back.</source>
      <translation>이미 라벨입니다. 라벨 레이어에서 실행 취소하면 되돌립니다.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Leave it as it is and go to the next one.</source>
      <translation>그대로 두고 다음 풋프린트로 갑니다.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Make it a label.</source>
      <translation>라벨로 만듭니다.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Make or open a project first: labels go there.</source>
      <translation>먼저 프로젝트를 만들거나 여세요. 라벨이 거기에 들어갑니다.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Mark it as wrong; it fades on the map.</source>
      <translation>틀린 것으로 표시합니다. 지도에서 흐려집니다.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Next footprint</source>
      <translation>다음 풋프린트</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Next ▶ (N)</source>
      <translation>다음(N) ▶</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Opens Training with this model as its start: it learns what you accepted and corrected.</source>
      <translation>이 모델에서 시작하도록 학습을 엽니다. 채택하고 바로잡은 것을 배웁니다.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Predict first, or show a prediction from History.</source>
      <translation>먼저 예측하거나 기록에서 예측을 보이게 하세요.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Press N or Next to see the first footprint on the map.</source>
      <translation>N 키나 다음을 누르면 첫 풋프린트를 지도에서 봅니다.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Previous footprint</source>
      <translation>이전 풋프린트</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Reject the footprint</source>
      <translation>풋프린트 제외</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Train again from this model</source>
      <translation>이 모델에서 다시 학습</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>accepted</source>
      <translation>채택</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>being edited; accept it when it is right</source>
      <translation>편집 중. 맞게 고쳤으면 채택하세요</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>rejected</source>
      <translation>제외</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>the largest first</source>
      <translation>가장 큰 것부터</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>the least sure first</source>
      <translation>가장 불확실한 것부터</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>the surest first</source>
      <translation>가장 확실한 것부터</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/review.py" />
      <source>{done} of {n} looked at · {accepted} accepted · {rejected} rejected</source>
      <translation>
        <numerusform>{n}개 중 {done}개 살펴봄 · 채택 {accepted}개 · 제외 {rejected}개</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>◀ Back (B)</source>
      <translation>◀ 이전(B)</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>✓ Accept (Y)</source>
      <translation>✓ 채택(Y)</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>✗ Reject (X)</source>
      <translation>✗ 제외(X)</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>Areas: {counts}</source>
      <translation>영역: {counts}</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>Evaluation area: kept away from training, to test the model on ground it has never seen; label everything inside.</source>
      <translation>평가 영역: 학습에서 제외하고 본 적 없는 곳에서 모델을 시험합니다. 안의 모든 것에 라벨을 다세요.</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>Evaluation raster: only used to test the model, never to learn from.</source>
      <translation>평가 래스터: 모델을 시험하는 데만 쓰고 배우는 데는 쓰지 않습니다.</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>Prediction area: DeepSeg looks for footprints inside it; no labels are needed.</source>
      <translation>예측 영역: DeepSeg가 이 안에서 풋프린트를 찾습니다. 라벨은 필요 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>Prediction raster: DeepSeg looks for footprints on it; no labels are needed.</source>
      <translation>예측 래스터: DeepSeg가 이 위에서 풋프린트를 찾습니다. 라벨은 필요 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>Training</source>
      <translation>학습</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>Training area: DeepSeg learns inside it, so label everything of your categories there.</source>
      <translation>학습 영역: DeepSeg가 이 안에서 배우므로 범주에 드는 모든 것에 라벨을 다세요.</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>Training raster: your labels lie on it, and DeepSeg learns from it.</source>
      <translation>학습 래스터: 라벨이 이 위에 있고 DeepSeg가 여기서 배웁니다.</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>Validation</source>
      <translation>검증</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>Validation area: here DeepSeg tries itself while it trains, to find the best epoch; label everything inside.</source>
      <translation>검증 영역: 학습하는 동안 DeepSeg가 여기서 시험하며 가장 좋은 에포크를 찾습니다. 안의 모든 것에 라벨을 다세요.</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>none yet</source>
      <translation>아직 없음</translation>
    </message>
    <message>
      <location filename="../docks/run_algorithm.py" />
      <source>It ended without saying why.</source>
      <translation>이유를 밝히지 않고 끝났습니다.</translation>
    </message>
    <message>
      <location filename="../docks/run_algorithm.py" />
      <source>Note: {text}</source>
      <translation>참고: {text}</translation>
    </message>
    <message>
      <location filename="../docks/run_algorithm.py" />
      <source>Stopped.</source>
      <translation>중지했습니다.</translation>
    </message>
    <message>
      <location filename="../docks/run_algorithm.py" />
      <source>The log of the run tells more.</source>
      <translation>실행 로그에 더 자세한 내용이 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>Ended before its first epoch was done.</source>
      <translation>첫 에포크가 끝나기 전에 끝났습니다.</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/run_list.py" />
      <source>Epochs: {n}.</source>
      <translation>
        <numerusform>에포크: {n}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>Evaluate and predict with this model.</source>
      <translation>이 모델로 평가하고 예측합니다.</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>Evaluation and Prediction use this model already.</source>
      <translation>평가와 예측이 이미 이 모델을 씁니다.</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>Go on after epoch {done} of {n}, with the labels as they were when it began.</source>
      <translation>에포크 {done}/{n} 다음부터, 시작할 때의 라벨로 이어 갑니다.</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>In use by Evaluation and Prediction.</source>
      <translation>평가와 예측에서 쓰는 중.</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>MMM yyyy</source>
      <translation>yyyy년 M월</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>More to do with this run</source>
      <translation>이 실행으로 더 할 수 있는 일</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>No training yet.</source>
      <translation>아직 학습한 것이 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>Past trainings</source>
      <translation>지난 학습</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>RESUME</source>
      <translation>이어서 학습</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>Run</source>
      <translation>실행</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>Stopped after epoch {done} of {n}.</source>
      <translation>에포크 {done}/{n} 뒤에 중지했습니다.</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>The model is that of epoch {epoch}, the best.</source>
      <translation>모델은 가장 좋은 에포크 {epoch}의 것입니다.</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>This run has no model: it ended before its first epoch was done.</source>
      <translation>이 실행에는 모델이 없습니다. 첫 에포크가 끝나기 전에 끝났습니다.</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>Use this model</source>
      <translation>이 모델 사용</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>d MMM</source>
      <translation>M월 d일</translation>
    </message>
    <message>
      <location filename="../docks/run_log.py" />
      <source>Log</source>
      <translation>로그</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/score_table.py" />
      <source>High only if little is missed and little is false: {right} of {n} footprints are right.</source>
      <translation>
        <numerusform>놓친 것도 틀린 것도 적어야 높습니다: 풋프린트 {n}개 중 {right}개가 맞습니다.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>How well things are found and outlined, over all score thresholds; it asks for close outlines.</source>
      <translation>모든 점수 임계값에 걸쳐 얼마나 잘 찾고 윤곽을 그렸는지. 윤곽이 가까워야 합니다.</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>How well things are found and outlined, whatever the score threshold. 1 is perfect.</source>
      <translation>점수 임계값과 상관없이 얼마나 잘 찾고 윤곽을 그렸는지. 1이 완벽입니다.</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>No footprint reaches the score threshold.</source>
      <translation>점수 임계값에 이른 풋프린트가 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>Prec.</source>
      <translation>정밀</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>Precision: the share of footprints that is right.</source>
      <translation>정밀도: 맞는 풋프린트의 비율.</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>Rec.</source>
      <translation>재현</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>Recall and precision in one number: it is high only if both are.</source>
      <translation>재현율과 정밀도를 한 숫자로: 둘 다 높아야 높습니다.</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>Recall: the share of labels that was found.</source>
      <translation>재현율: 찾은 라벨의 비율.</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>Scores per category</source>
      <translation>범주별 점수</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>The same where an outline that shares half with the label is good enough.</source>
      <translation>라벨과 절반이 겹치는 윤곽이면 충분하다고 볼 때의 같은 값.</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>There is no label here, so nothing can be said.</source>
      <translation>여기에는 라벨이 없어 아무것도 말할 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>all</source>
      <translation>전체</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/score_table.py" />
      <source>{found} of {n} labels were found, {missed} were missed.</source>
      <translation>
        <numerusform>라벨 {n}개 중 {found}개를 찾고 {missed}개를 놓쳤습니다.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/score_table.py" />
      <source>{n} labels: {found} found, {missed} missed; {false} footprints are false</source>
      <translation>
        <numerusform>라벨 {n}개: {found}개 찾음, {missed}개 놓침; 틀린 풋프린트 {false}개</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/score_view.py" />
      <source>Best F1: {percent}</source>
      <translation>최고 F1: {percent}</translation>
    </message>
    <message>
      <location filename="../docks/score_view.py" />
      <source>Chosen on these very labels, so it is a hint for other places and no result.</source>
      <translation>바로 이 라벨들로 고른 값이므로 다른 곳에는 참고일 뿐 결과가 아닙니다.</translation>
    </message>
    <message>
      <location filename="../docks/score_view.py" />
      <source>Evaluate again at {percent}</source>
      <translation>{percent}에서 다시 평가</translation>
    </message>
    <message>
      <location filename="../docks/score_view.py" />
      <source>Footprints with a lower score do not count. A higher threshold makes fewer false footprints and misses more.</source>
      <translation>점수가 이보다 낮은 풋프린트는 세지 않습니다. 임계값이 높으면 틀린 풋프린트는 줄고 놓치는 것은 늘어납니다.</translation>
    </message>
    <message>
      <location filename="../docks/score_view.py" />
      <source>Open the report</source>
      <translation>보고서 열기</translation>
    </message>
    <message>
      <location filename="../docks/score_view.py" />
      <source>Precision {precision} (the share of footprints that is right) · mAP50 {map50}</source>
      <translation>정밀도 {precision} (맞는 풋프린트의 비율) · mAP50 {map50}</translation>
    </message>
    <message>
      <location filename="../docks/score_view.py" />
      <source>Score threshold &lt;b&gt;{percent}&lt;/b&gt;</source>
      <translation>점수 임계값 &lt;b&gt;{percent}&lt;/b&gt;</translation>
    </message>
    <message>
      <location filename="../docks/score_view.py" />
      <source>The map and the misses show what counts at {percent}.</source>
      <translation>지도와 놓친 것 목록은 {percent} 기준입니다.</translation>
    </message>
    <message>
      <location filename="../docks/score_view.py" />
      <source>The same with pictures of the worst misses, in your browser.</source>
      <translation>가장 크게 틀린 곳의 그림과 함께, 브라우저에서 봅니다.</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/score_view.py" />
      <source>With {n} labels, recall at another place like this may be about {margin} higher or lower.</source>
      <translation>
        <numerusform>라벨이 {n}개이면 이와 같은 다른 곳의 재현율은 약 {margin} 높거나 낮을 수 있습니다.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>Close</source>
      <translation>닫기</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>Copied</source>
      <translation>복사됨</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>Copies versions, places and the end of the log for a report; your name and folders are left out.</source>
      <translation>신고할 때 쓸 버전, 위치, 로그 끝부분을 복사합니다. 이름과 폴더는 뺍니다.</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>Copy diagnostics</source>
      <translation>진단 정보 복사</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>DeepSeg computes with PyTorch, in an environment apart from QGIS: nothing of QGIS is changed. This is needed once for each version of DeepSeg; all profiles share it.</source>
      <translation>DeepSeg는 QGIS와 분리된 환경에서 PyTorch로 계산합니다. QGIS는 아무것도 바뀌지 않습니다. DeepSeg 버전마다 한 번 필요하며 모든 프로필이 함께 씁니다.</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>DeepSeg is at work; wait until it is done.</source>
      <translation>DeepSeg가 작업 중입니다. 끝날 때까지 기다리세요.</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>DeepSeg is set up, with {path}. Set it up again only to change that or to mend it.</source>
      <translation>DeepSeg가 {path}(으)로 설정되어 있습니다. 바꾸거나 고칠 때만 다시 설정하세요.</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>DeepSeg is set up. You can close this window.</source>
      <translation>DeepSeg 설정이 끝났습니다. 이 창을 닫아도 됩니다.</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>Ends it and removes what was made.</source>
      <translation>끝내고 만든 것을 지웁니다.</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>Looking at this computer…</source>
      <translation>이 컴퓨터를 살펴보는 중…</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>Set up</source>
      <translation>설정</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>Stop</source>
      <translation>중지</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>Stopping, and removing what was made…</source>
      <translation>중지하고 만든 것을 지우는 중…</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>What stands in the way is told above.</source>
      <translation>무엇이 방해되는지 위에 표시했습니다.</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>What will be done</source>
      <translation>할 일</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>&amp;Compute on</source>
      <translation>계산 장치(&amp;C)</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>Choose the Python that has the engine's packages.</source>
      <translation>엔진의 패키지가 있는 Python을 고르세요.</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>Choose the folder of wheels.</source>
      <translation>휠 폴더를 고르세요.</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>F&amp;older</source>
      <translation>폴더(&amp;O)</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>Made &amp;with</source>
      <translation>만들 Python(&amp;W)</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>Make an environment for DeepSeg (recommended)</source>
      <translation>DeepSeg용 환경 만들기(권장)</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>Packages &amp;from</source>
      <translation>패키지 출처(&amp;F)</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>Python from 3.10 to 3.13</source>
      <translation>Python 3.10~3.13</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>Use a Python of mine that has the packages already</source>
      <translation>패키지가 이미 있는 내 Python 사용</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>a folder of wheels (offline)</source>
      <translation>휠 폴더(오프라인)</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>an NVIDIA GPU (CUDA)</source>
      <translation>NVIDIA GPU (CUDA)</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>the Python that DeepSeg finds by itself</source>
      <translation>DeepSeg가 스스로 찾은 Python</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>the internet</source>
      <translation>인터넷</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>the processor (CPU)</source>
      <translation>프로세서 (CPU)</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>whatever fits this computer</source>
      <translation>이 컴퓨터에 알맞은 것</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>Damaged places are left out and shown in red. Otherwise the prediction stops at the first one.</source>
      <translation>손상된 곳은 빼고 빨간색으로 보여 줍니다. 그렇지 않으면 예측이 첫 번째 손상된 곳에서 멈춥니다.</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>Draw the outlines of {name} again, without the model.</source>
      <translation>모델 없이 {name}의 윤곽을 다시 그립니다.</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>How far an outline may move when its sides are straightened; 0 keeps the edges of the pixels.</source>
      <translation>변을 곧게 할 때 윤곽이 움직일 수 있는 거리. 0이면 픽셀의 가장자리를 그대로 둡니다.</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>Keep what redrawing needs</source>
      <translation>다시 그리는 데 필요한 것 보관</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>Least area</source>
      <translation>최소 면적</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>Outlines can then be drawn again with another simplification, without the model. It needs disk.</source>
      <translation>나중에 모델 없이 다른 단순화로 윤곽을 다시 그릴 수 있습니다. 디스크 공간이 필요합니다.</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>Simplify by</source>
      <translation>단순화 거리</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>Skip what cannot be read</source>
      <translation>읽을 수 없는 곳 건너뛰기</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>Smaller footprints are hidden; nothing is computed again.</source>
      <translation>더 작은 풋프린트는 숨깁니다. 다시 계산하지 않습니다.</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>any size</source>
      <translation>모든 크기</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>half a pixel</source>
      <translation>반 픽셀</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/statistics_tab.py" />
      <source>&lt;b&gt;{n} footprints&lt;/b&gt; shown in {where}</source>
      <translation>
        <numerusform>{where}에서 &lt;b&gt;풋프린트 {n}개&lt;/b&gt; 표시</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>Mean</source>
      <translation>평균</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>No footprint in {where} reaches the score threshold.</source>
      <translation>{where}에 점수 임계값에 이른 풋프린트가 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>Number</source>
      <translation>개수</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>The ground that all of them cover.</source>
      <translation>모두가 덮는 면적.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>The ground that one of them covers, on average.</source>
      <translation>하나가 덮는 평균 면적.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>Total</source>
      <translation>합계</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>What a prediction finds is counted here.</source>
      <translation>예측이 찾은 것을 여기서 셉니다.</translation>
    </message>
    <message>
      <location filename="../docks/status_line.py" />
      <source>STOP</source>
      <translation>중지</translation>
    </message>
    <message>
      <location filename="../docks/status_line.py" />
      <source>Stops the work; what is worth keeping is kept.</source>
      <translation>작업을 중지합니다. 보관할 가치가 있는 것은 보관합니다.</translation>
    </message>
    <message>
      <location filename="../docks/threshold_slider.py" />
      <source>&amp;Score threshold</source>
      <translation>점수 임계값(&amp;S)</translation>
    </message>
    <message>
      <location filename="../docks/threshold_slider.py" />
      <source>Score threshold of {name}</source>
      <translation>{name}의 점수 임계값</translation>
    </message>
    <message>
      <location filename="../docks/threshold_slider.py" />
      <source>The score says how sure the model is. Footprints with a lower score are hidden; move it after a prediction too, nothing has to be computed again.</source>
      <translation>점수는 모델이 얼마나 확신하는지 나타냅니다. 점수가 더 낮은 풋프린트는 숨깁니다. 예측한 뒤에도 움직일 수 있으며 다시 계산하지 않습니다.</translation>
    </message>
    <message>
      <location filename="../docks/threshold_slider.py" />
      <source>Thresholds of single categories</source>
      <translation>범주별 임계값</translation>
    </message>
    <message>
      <location filename="../docks/threshold_slider.py" />
      <source>as above</source>
      <translation>위와 같음</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source> ({width} × {height} m)</source>
      <translation> ({width} × {height} m)</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source> px</source>
      <translation> px</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>1 tile of {size}.</source>
      <translation>{size} 타일 1개.</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>A tile is a rectangle of the raster. Tiles help you to work through a large raster piece by piece, and prediction walks over it in tiles. The raster itself is not changed.</source>
      <translation>타일은 래스터의 사각형입니다. 큰 래스터를 조금씩 작업하는 데 도움이 되고, 예측도 타일을 따라갑니다. 래스터 자체는 바뀌지 않습니다.</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>About 1000 × 1000 px are recommended: {rows} × {columns} tiles (rows × columns) for this raster of {width} × {height} px.</source>
      <translation>약 1000 × 1000 px를 권장합니다: {width} × {height} px인 이 래스터는 {rows} × {columns} 타일(행 × 열).</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Add a raster first: then it can be divided into tiles.</source>
      <translation>먼저 래스터를 추가하면 타일로 나눌 수 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Columns of tiles, from west to east</source>
      <translation>타일의 열 수, 서쪽에서 동쪽으로</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>DIVIDE</source>
      <translation>나누기</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Divide by</source>
      <translation>나누는 기준</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Draw the tiles on the map, as a layer of their outlines.</source>
      <translation>타일의 윤곽을 레이어로 지도에 그립니다.</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>How to divide it</source>
      <translation>나누는 방법</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Overlap</source>
      <translation>겹침</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Pixels that neighboring tiles share</source>
      <translation>이웃 타일이 함께 쓰는 픽셀 수</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Raster to divide</source>
      <translation>나눌 래스터</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Recommended</source>
      <translation>권장값</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Rows of tiles, from north to south</source>
      <translation>타일의 행 수, 북쪽에서 남쪽으로</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Set the numbers so that tiles have about 1000 × 1000 px.</source>
      <translation>타일이 약 1000 × 1000 px가 되도록 수를 정합니다.</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Side of a square tile in pixels</source>
      <translation>정사각형 타일의 변(픽셀)</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Size</source>
      <translation>크기</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>rows and columns</source>
      <translation>행과 열</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>tile size and overlap</source>
      <translation>타일 크기와 겹침</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>{n} tiles, each {size}.</source>
      <translation>타일 {n}개, 각각 {size}.</translation>
    </message>
    <message>
      <location filename="../docks/tiling_section.py" />
      <source>Tiles of {raster}</source>
      <translation>{raster}의 타일</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/tiling_section.py" />
      <source>{n} tiles were drawn as the layer {layer}.</source>
      <translation>
        <numerusform>타일 {n}개를 {layer} 레이어로 그렸습니다.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>&amp;Epochs</source>
      <translation>에포크(&amp;E)</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>Delete run</source>
      <translation>실행 삭제</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>Evaluation and Prediction use {run} now.</source>
      <translation>이제 평가와 예측이 {run}을(를) 씁니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>In one epoch the model looks once at all that was labeled. More epochs take longer and learn more.</source>
      <translation>한 에포크 동안 모델은 라벨이 있는 모든 것을 한 번 봅니다. 에포크가 많을수록 오래 걸리고 더 많이 배웁니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>Learn from the labels and write a model.</source>
      <translation>라벨에서 배워 모델을 만듭니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>More</source>
      <translation>더 보기</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>Rasters and labels of your project that are for training. Inside a training area everything is labeled, so the rest of it is background to learn from.</source>
      <translation>학습에 쓰는 프로젝트의 래스터와 라벨. 학습 영역 안에는 모든 것에 라벨이 있으므로 나머지는 배경으로 배웁니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>Stopping; the best model so far is kept…</source>
      <translation>중지하는 중. 지금까지 최고의 모델을 보관합니다…</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>Train on</source>
      <translation>학습 대상</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>Train on what you label in a DeepSeg project.</source>
      <translation>DeepSeg 프로젝트에서 라벨을 단 것으로 학습합니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>best:</source>
      <translation>최고:</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>▶ TRAIN</source>
      <translation>▶ 학습</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>A model to go on from: it keeps its categories, bands and resolution, and learns your new labels.</source>
      <translation>이어서 학습할 모델: 범주, 밴드, 해상도를 유지하고 새 라벨을 배웁니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>Another model file…</source>
      <translation>다른 모델 파일…</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>Batch</source>
      <translation>배치</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>End early after</source>
      <translation>일찍 끝내기</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>Ends after this time; the best epoch stays.</source>
      <translation>이 시간이 지나면 끝냅니다. 가장 좋은 에포크가 남습니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>Ends when so many epochs in a row brought no better score (patience).</source>
      <translation>점수가 나아지지 않는 에포크가 이만큼 이어지면 끝냅니다(인내).</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>Family</source>
      <translation>종류</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>How far one step goes; 0.001 is usual. Too much makes the loss jump.</source>
      <translation>한 단계에 나아가는 정도. 보통 0.001이며, 너무 크면 손실이 튑니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>How many chips are looked at in one step. Choose less if memory runs out.</source>
      <translation>한 단계에 보는 칩의 수. 메모리가 모자라면 줄이세요.</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>Model to start from</source>
      <translation>시작할 모델</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>Start from</source>
      <translation>시작점</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>The kind of network.</source>
      <translation>네트워크의 종류.</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>The part of the network that has seen pictures before. The first one comes with DeepSeg and needs no internet; any other name that the timm library knows is downloaded.</source>
      <translation>전에 그림을 본 적이 있는 네트워크 부분. 첫 번째는 DeepSeg와 함께 오며 인터넷이 필요 없습니다. timm 라이브러리가 아는 다른 이름은 내려받습니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>The same seed and labels give the same model on a CPU.</source>
      <translation>CPU에서는 같은 시드와 라벨이 같은 모델을 만듭니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>Time limit</source>
      <translation>시간 제한</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>as usual</source>
      <translation>기본값</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>auto takes the fastest there is; cuda is a graphics card, cuda:1 the second one.</source>
      <translation>auto는 가장 빠른 것을 고릅니다. cuda는 그래픽 카드, cuda:1은 두 번째 그래픽 카드입니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>min</source>
      <translation>분</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>never</source>
      <translation>안 함</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>none</source>
      <translation>없음</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>nothing (ImageNet)</source>
      <translation>없음(ImageNet)</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Add a raster to learn from, in the dock Labels.</source>
      <translation>라벨 독에서 배울 래스터를 추가하세요.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Changes that are not saved yet are used as you see them.</source>
      <translation>아직 저장하지 않은 변경도 보이는 그대로 씁니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Delete {run} with its model, history and evaluation? These are {n} files, {size}.</source>
      <translation>{run}을(를) 모델, 기록, 평가와 함께 지울까요? 파일 {n}개, {size}입니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Draw at least 2 labels of a category; 10 or more give a useful model.</source>
      <translation>한 범주에 라벨을 2개 이상 그리세요. 10개 이상이면 쓸 만한 모델이 됩니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Epoch {epoch} of {n_epochs}</source>
      <translation>에포크 {epoch}/{n_epochs}</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Evaluation and Prediction use this model now.</source>
      <translation>이제 평가와 예측이 이 모델을 씁니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Loss: how far off the model still is on what it learns from; it should fall. F1: how well it does on ground kept aside, 1 is perfect; high only if little is missed and little is false. mAP50: the same over all score thresholds.</source>
      <translation>손실: 배우는 대상에서 모델이 아직 얼마나 벗어나는지. 줄어야 합니다. F1: 남겨 둔 곳에서 얼마나 잘하는지, 1이 완벽. 놓친 것도 틀린 것도 적어야 높습니다. mAP50: 모든 점수 임계값에 걸친 같은 값.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>The first epoch is at work…</source>
      <translation>첫 에포크 진행 중…</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>The first epoch will tell how long it takes.</source>
      <translation>첫 에포크가 끝나면 얼마나 걸리는지 알 수 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Too few labels to learn from: {names}.</source>
      <translation>배우기에 라벨이 너무 적음: {names}.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Training failed after epoch {epoch}. What was learned is kept; RESUME goes on.</source>
      <translation>에포크 {epoch} 뒤에 학습이 실패했습니다. 배운 것은 보관되었고 이어서 학습할 수 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Training failed before its first epoch was done; the log tells more.</source>
      <translation>첫 에포크가 끝나기 전에 학습이 실패했습니다. 로그에 더 자세한 내용이 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Training was stopped before its first epoch was done, so there is no model.</source>
      <translation>첫 에포크가 끝나기 전에 학습을 중지하여 모델이 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Training was stopped. The best model so far is kept as {run} (epoch {epoch}); RESUME goes on.</source>
      <translation>학습을 중지했습니다. 지금까지 최고의 모델을 {run}(에포크 {epoch})(으)로 보관했으며 이어서 학습할 수 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Without a training area the model sees little of what is not labeled, and will find too much.</source>
      <translation>학습 영역이 없으면 모델이 라벨 없는 것을 거의 보지 못해 너무 많이 찾게 됩니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>{n} area</source>
      <translation>영역 {n}개</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>{n} areas</source>
      <translation>영역 {n}개</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>{n} categories</source>
      <translation>범주 {n}개</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>{n} category</source>
      <translation>범주 {n}개</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>{run} is trained. Evaluation and Prediction use it now.</source>
      <translation>{run} 학습이 끝났습니다. 이제 평가와 예측이 이것을 씁니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>{run} is trained: F1 {f1} on ground it did not learn from. Evaluation and Prediction use it now.</source>
      <translation>{run} 학습이 끝났습니다: 배우지 않은 곳에서 F1 {f1}. 이제 평가와 예측이 이것을 씁니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>{time} in all, if epochs take as long as those of {run}.</source>
      <translation>에포크가 {run}만큼 걸린다면 모두 {time}.</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>CHECKING</source>
      <translation>검사 중</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>DIVIDING</source>
      <translation>나누는 중</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>DRAWING OUTLINES</source>
      <translation>윤곽 그리는 중</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>ESTIMATING</source>
      <translation>예상 중</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>EVALUATING</source>
      <translation>평가 중</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>IDLE</source>
      <translation>대기</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>PREDICTING</source>
      <translation>예측 중</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>SETTING UP</source>
      <translation>설정 중</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>STOPPING</source>
      <translation>중지하는 중</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>TRAINING</source>
      <translation>학습 중</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>a few seconds</source>
      <translation>몇 초</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/wording.py" />
      <source>about {n} days</source>
      <translation>
        <numerusform>약 {n}일</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>about {n} h</source>
      <translation>약 {n}시간</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>about {n} min</source>
      <translation>약 {n}분</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>about {n} s</source>
      <translation>약 {n}초</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>it can be begun again</source>
      <translation>다시 시작할 수 있습니다</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>the best model so far is kept, and RESUME goes on</source>
      <translation>지금까지 가장 좋은 모델이 남고 “이어서 학습”으로 계속할 수 있습니다</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>what is finished so far is kept</source>
      <translation>지금까지 끝난 부분은 남습니다</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>what was made is removed again</source>
      <translation>만들던 것은 다시 지워집니다</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>{n} GB</source>
      <translation>{n} GB</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>{n} MB</source>
      <translation>{n} MB</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>{n} ha</source>
      <translation>{n} ha</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>{n} kB</source>
      <translation>{n} kB</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>{n} km²</source>
      <translation>{n} km²</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>{n} m²</source>
      <translation>{n} m²</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>{state} epoch {epoch} of {n_epochs}</source>
      <translation>{state} 에포크 {epoch}/{n_epochs}</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>{time} left</source>
      <translation>{time} 남음</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/workbench.py" />
      <source>CPU, {n} cores</source>
      <translation>
        <numerusform>CPU, 코어 {n}개</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/workbench.py" />
      <source>Check in the plugin manager that DeepSeg and Processing are switched on.</source>
      <translation>플러그인 관리자에서 DeepSeg와 Processing이 켜져 있는지 확인하세요.</translation>
    </message>
    <message>
      <location filename="../docks/workbench.py" />
      <source>DeepSeg is being closed and ends its work ({state}): {kept}.</source>
      <translation>DeepSeg이 닫히면서 작업을 끝냅니다({state}): {kept}.</translation>
    </message>
    <message>
      <location filename="../docks/workbench.py" />
      <source>DeepSeg is still at work ({state}).</source>
      <translation>DeepSeg가 아직 작업 중입니다({state}).</translation>
    </message>
    <message>
      <location filename="../docks/workbench.py" />
      <source>DeepSeg: {work} (when it is stopped, {kept})</source>
      <translation>DeepSeg: {work}(중지하면 {kept})</translation>
    </message>
    <message>
      <location filename="../docks/workbench.py" />
      <source>Its files: {path}</source>
      <translation>파일: {path}</translation>
    </message>
    <message>
      <location filename="../docks/workbench.py" />
      <source>NVIDIA GPU</source>
      <translation>NVIDIA GPU</translation>
    </message>
    <message>
      <location filename="../docks/workbench.py" />
      <source>The algorithm {id} is not there.</source>
      <translation>{id} 알고리즘이 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/workbench.py" />
      <source>Wait until it is done, or stop it.</source>
      <translation>끝날 때까지 기다리거나 중지하세요.</translation>
    </message>
    <message>
      <location filename="../docks/workbench.py" />
      <source>{state} is done, for the QGIS project that was open before; nothing was added to this one.</source>
      <translation>{state}: 전에 열려 있던 QGIS 프로젝트의 작업이 끝났습니다. 이 프로젝트에는 아무것도 추가하지 않았습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/diagnostics.py" />
      <source>There is no log of a set-up.</source>
      <translation>설정 로그가 없습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/environment_lock.py" />
      <source>DeepSeg is being set up already, by process {number}.</source>
      <translation>프로세스 {number}이(가) 이미 DeepSeg를 설정하는 중입니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/environment_lock.py" />
      <source>Name another folder in the environment variable DEEPSEG_HOME.</source>
      <translation>환경 변수 DEEPSEG_HOME에 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/environment_lock.py" />
      <source>Nothing can be written into {folder}.</source>
      <translation>{folder}에 쓸 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/environment_lock.py" />
      <source>Wait until that is done, then try again.</source>
      <translation>끝날 때까지 기다렸다가 다시 해 보세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>A package is missing in the folder of wheels.</source>
      <translation>휠 폴더에 패키지 하나가 없습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>A program of your company reads secured connections. Ask for its certificate and set PIP_CERT to it.</source>
      <translation>회사의 프로그램이 보안 연결을 들여다봅니다. 그 인증서를 받아 PIP_CERT에 지정하세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>Check the connection to the internet, or set up from a folder of wheels.</source>
      <translation>인터넷 연결을 확인하거나 휠 폴더에서 설정하세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>Copy the diagnostics: they hold the log.</source>
      <translation>진단 정보를 복사하세요. 로그가 들어 있습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>Make room on the disk, or name another folder in the environment variable DEEPSEG_HOME.</source>
      <translation>디스크 공간을 마련하거나 환경 변수 DEEPSEG_HOME에 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>Set the proxy under Settings, Options, Network, with name and password.</source>
      <translation>설정, 옵션, 네트워크에서 이름과 암호로 프록시를 지정하세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>The disk is full. Make room and try again.</source>
      <translation>디스크가 가득 찼습니다. 공간을 마련하고 다시 해 보세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>The packages are not where pip looked. Set DEEPSEG_PIP_ARGS if your company has an index of its own.</source>
      <translation>pip가 찾은 곳에 패키지가 없습니다. 회사에 자체 색인이 있으면 DEEPSEG_PIP_ARGS를 지정하세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>The packages of the engine could not be installed: {reason}</source>
      <translation>엔진의 패키지를 설치할 수 없었습니다: {reason}</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>{folder} could not be written: {reason}</source>
      <translation>{folder}에 쓸 수 없었습니다: {reason}</translation>
    </message>
    <message>
      <location filename="../engine_client/install_progress.py" />
      <source>Unpacking; this takes minutes</source>
      <translation>압축을 푸는 중. 몇 분 걸립니다</translation>
    </message>
    <message>
      <location filename="../engine_client/installer.py" />
      <source>Fetching uv</source>
      <translation>uv를 가져오는 중</translation>
    </message>
    <message>
      <location filename="../engine_client/installer.py" />
      <source>Made the environment</source>
      <translation>환경을 만들었습니다</translation>
    </message>
    <message>
      <location filename="../engine_client/installer.py" />
      <source>Making the environment</source>
      <translation>환경을 만드는 중</translation>
    </message>
    <message>
      <location filename="../engine_client/installer.py" />
      <source>The program uv could not be fetched: {reason}</source>
      <translation>프로그램 uv를 가져오지 못했습니다: {reason}</translation>
    </message>
    <message>
      <location filename="../engine_client/installer.py" />
      <source>Trying it</source>
      <translation>시험해 보는 중</translation>
    </message>
    <message>
      <location filename="../engine_client/installer.py" />
      <source>{tool} failed: {reason} Trying again with pip.</source>
      <translation>{tool} 실패: {reason} pip로 다시 시도합니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/installer_child.py" />
      <source>Choose another Python, or look whether an antivirus program holds it back.</source>
      <translation>다른 Python을 고르거나 백신 프로그램이 막고 있는지 살펴보세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/installer_child.py" />
      <source>Setting up was stopped.</source>
      <translation>설정을 중지했습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/installer_child.py" />
      <source>What has come down is kept for the next time.</source>
      <translation>내려받은 것은 다음을 위해 보관합니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/installer_child.py" />
      <source>{program} does not start: {reason}</source>
      <translation>{program}이(가) 시작되지 않습니다: {reason}</translation>
    </message>
    <message>
      <location filename="../engine_client/interpreter.py" />
      <source>DeepSeg's engine is not set up yet.</source>
      <translation>DeepSeg의 엔진이 아직 설정되지 않았습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/interpreter.py" />
      <source>Open “Set up DeepSeg” and choose another, or let it make one.</source>
      <translation>“DeepSeg 설정”을 열어 다른 것을 고르거나 새로 만들게 하세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/interpreter.py" />
      <source>Open “Set up DeepSeg” from the DeepSeg menu, or run the algorithm deepseg:setup once.</source>
      <translation>DeepSeg 메뉴에서 “DeepSeg 설정”을 열거나 deepseg:setup 알고리즘을 한 번 실행하세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/interpreter.py" />
      <source>The Python of DeepSeg's engine is not there any more: {path}</source>
      <translation>DeepSeg 엔진의 Python이 더 이상 없습니다: {path}</translation>
    </message>
    <message>
      <location filename="../engine_client/made_folder.py" />
      <source>Close other QGIS windows that use DeepSeg, then try again.</source>
      <translation>DeepSeg를 쓰는 다른 QGIS 창을 닫고 다시 해 보세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/made_folder.py" />
      <source>Move it away, then try again.</source>
      <translation>다른 곳으로 옮기고 다시 해 보세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/made_folder.py" />
      <source>The folder {folder} could not be removed.</source>
      <translation>{folder} 폴더를 지울 수 없었습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/made_folder.py" />
      <source>{folder} is in the way, and DeepSeg did not make it.</source>
      <translation>{folder}이(가) 자리를 차지하고 있는데 DeepSeg가 만든 것이 아닙니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/model_card.py" />
      <source>Check that it is still there and that you may read it, or choose another model.</source>
      <translation>아직 있는지, 읽을 수 있는지 확인하거나 다른 모델을 고르세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/model_card.py" />
      <source>Choose a .safetensors file that DeepSeg wrote.</source>
      <translation>DeepSeg가 만든 .safetensors 파일을 고르세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/model_card.py" />
      <source>If a newer DeepSeg wrote the model, update DeepSeg; else choose another model.</source>
      <translation>더 새로운 DeepSeg가 만든 모델이면 DeepSeg를 업데이트하고, 아니면 다른 모델을 고르세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/model_card.py" />
      <source>The card of the model cannot be read: {path}</source>
      <translation>모델의 카드를 읽을 수 없습니다: {path}</translation>
    </message>
    <message>
      <location filename="../engine_client/model_card.py" />
      <source>The model file cannot be read: {path}</source>
      <translation>모델 파일을 읽을 수 없습니다: {path}</translation>
    </message>
    <message>
      <location filename="../engine_client/model_card.py" />
      <source>This is no DeepSeg model, or it is damaged: {path}</source>
      <translation>DeepSeg 모델이 아니거나 손상되었습니다: {path}</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>DeepSeg needs a Python from {oldest} to {newest}, 64 bit, and found none. Install one from python.org (on Debian and Ubuntu: sudo apt install python3-venv), then try again.</source>
      <translation>DeepSeg에는 {oldest}부터 {newest}까지의 64비트 Python이 필요하지만 찾지 못했습니다. python.org에서 설치하고(Debian과 Ubuntu: sudo apt install python3-venv) 다시 해 보세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>DeepSeg needs a Python from {oldest} to {newest}, 64 bit; {path} is {version}, {bits} bit.</source>
      <translation>DeepSeg에는 {oldest}부터 {newest}까지의 64비트 Python이 필요합니다. {path}은(는) {version}, {bits}비트입니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>Nothing can be written into {folder}. Name another folder in the environment variable DEEPSEG_HOME.</source>
      <translation>{folder}에 쓸 수 없습니다. 환경 변수 DEEPSEG_HOME에 다른 폴더를 지정하세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>PyTorch is no longer made for Macs with an Intel processor. Use DeepSeg on another computer.</source>
      <translation>Intel 프로세서 Mac용 PyTorch는 더 이상 나오지 않습니다. 다른 컴퓨터에서 DeepSeg를 쓰세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>PyTorch is not made for this kind of Linux (without glibc).</source>
      <translation>이런 종류의 Linux(glibc 없음)용 PyTorch는 없습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>Some packages are not made for Windows on ARM. Install the 64-bit (x86-64) Python from python.org.</source>
      <translation>일부 패키지는 Windows on ARM용이 없습니다. python.org에서 64비트(x86-64) Python을 설치하세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>The disk of {folder} has {free} MB free, and about {needed} MB are needed. Make room, or name a folder on another disk in the environment variable DEEPSEG_HOME.</source>
      <translation>{folder}의 디스크에 {free} MB가 남아 있는데 약 {needed} MB가 필요합니다. 공간을 마련하거나 환경 변수 DEEPSEG_HOME에 다른 디스크의 폴더를 지정하세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>The folder of wheels is not there: {folder}</source>
      <translation>휠 폴더가 없습니다: {folder}</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>The folder {folder} has no wheel for Python {version} of: {names}</source>
      <translation>{folder} 폴더에 Python {version}용 휠이 없습니다: {names}</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>The folder {folder} has no wheels of DeepSeg's packages for Python {version} on this system.</source>
      <translation>{folder} 폴더에 이 시스템의 Python {version}용 DeepSeg 패키지 휠이 없습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>The packages are not made for this processor ({machine}).</source>
      <translation>이 프로세서({machine})용 패키지는 없습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>The path {folder} is too long for Windows. Name a short folder, such as C:\DeepSeg, in the environment variable DEEPSEG_HOME.</source>
      <translation>{folder} 경로가 Windows에 너무 깁니다. 환경 변수 DEEPSEG_HOME에 C:\DeepSeg 같은 짧은 폴더를 지정하세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>This Linux is too old for PyTorch: it has glibc {version}, and 2.28 is needed.</source>
      <translation>이 Linux는 PyTorch에 너무 오래되었습니다. glibc가 {version}인데 2.28이 필요합니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>{path} cannot make environments. Install a Python from python.org, then try again.</source>
      <translation>{path}은(는) 환경을 만들 수 없습니다. python.org에서 Python을 설치하고 다시 해 보세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>{path} cannot make environments: its module venv is missing. On Debian and Ubuntu this installs it: sudo apt install python3-venv</source>
      <translation>{path}은(는) 환경을 만들 수 없습니다. venv 모듈이 없습니다. Debian과 Ubuntu에서는 이렇게 설치합니다: sudo apt install python3-venv</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>Close other programs, or choose a smaller batch size or smaller tiles, and run it again.</source>
      <translation>다른 프로그램을 닫거나 배치 크기나 타일을 줄여 다시 실행하세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>DeepSeg's engine crashed ({status}).</source>
      <translation>DeepSeg 엔진이 비정상 종료되었습니다({status}).</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>DeepSeg's engine did not start. {reason}</source>
      <translation>DeepSeg 엔진이 시작되지 않았습니다. {reason}</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>DeepSeg's engine did not stop within {seconds} s and was ended.</source>
      <translation>DeepSeg 엔진이 {seconds}초 안에 멈추지 않아 끝냈습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>DeepSeg's engine ended without saying what it did.</source>
      <translation>DeepSeg 엔진이 무엇을 했는지 밝히지 않고 끝났습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>DeepSeg's engine failed.</source>
      <translation>DeepSeg 엔진이 실패했습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>Open “Set up DeepSeg” and let it make the engine's environment again, or choose another Python.</source>
      <translation>“DeepSeg 설정”을 열어 엔진의 환경을 다시 만들거나 다른 Python을 고르세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>Open “Set up DeepSeg” and let it make the engine's environment again.</source>
      <translation>“DeepSeg 설정”을 열어 엔진의 환경을 다시 만드세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>Run it again; if it happens again, please report it with the details.</source>
      <translation>다시 실행해 보고, 또 그러면 자세한 내용과 함께 알려 주세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>Stopped. DeepSeg's engine did not say what was kept.</source>
      <translation>중지했습니다. DeepSeg 엔진이 무엇을 보관했는지 밝히지 않았습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>Stopped: {what}.</source>
      <translation>중지했습니다: {what}.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>The Python of DeepSeg's engine cannot be started: {path} ({reason})</source>
      <translation>DeepSeg 엔진의 Python을 시작할 수 없습니다: {path} ({reason})</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>The engine (version {engine}) speaks protocol {spoken}, this plugin understands {known}.</source>
      <translation>엔진(버전 {engine})의 규약은 {spoken}인데 이 플러그인은 {known}을(를) 이해합니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>The system ended DeepSeg's engine, most likely because the memory was used up.</source>
      <translation>시스템이 DeepSeg 엔진을 끝냈습니다. 아마 메모리가 다 찼기 때문입니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>Update the DeepSeg plugin, then open “Set up DeepSeg”.</source>
      <translation>DeepSeg 플러그인을 업데이트한 뒤 “DeepSeg 설정”을 여세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>What had been saved by then is kept.</source>
      <translation>그때까지 저장된 것은 보관되었습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>What stands under its final name is whole.</source>
      <translation>최종 이름으로 있는 파일은 온전합니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/prediction_files.py" />
      <source>Make room, or make a DeepSeg project in a folder of yours; predictions go there.</source>
      <translation>공간을 마련하거나 내 폴더에 DeepSeg 프로젝트를 만드세요. 예측은 거기에 둡니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/prediction_files.py" />
      <source>Remove its layers from the map, or close what else has the folder open, then try again.</source>
      <translation>지도에서 레이어를 제거하거나 폴더를 열고 있는 다른 것을 닫고 다시 해 보세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/prediction_files.py" />
      <source>The folder {path} cannot be written: {cause}.</source>
      <translation>{path} 폴더에 쓸 수 없습니다: {cause}.</translation>
    </message>
    <message>
      <location filename="../engine_client/prediction_files.py" />
      <source>The new result is in {path}.</source>
      <translation>새 결과는 {path}에 있습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/prediction_files.py" />
      <source>{path} cannot be deleted: {cause}.</source>
      <translation>{path}을(를) 지울 수 없습니다: {cause}.</translation>
    </message>
    <message>
      <location filename="../engine_client/prediction_files.py" />
      <source>{path} cannot be replaced: {cause}.</source>
      <translation>{path}을(를) 바꿀 수 없습니다: {cause}.</translation>
    </message>
    <message>
      <location filename="../engine_client/prediction_files.py" />
      <source>{path} is no prediction, so it was left alone.</source>
      <translation>{path}은(는) 예측이 아니어서 그대로 두었습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/pythons.py" />
      <source>Choose the file python.exe (Windows) or bin/python3 (Linux, macOS) of a Python.</source>
      <translation>Python의 python.exe(Windows) 또는 bin/python3(Linux, macOS) 파일을 고르세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/pythons.py" />
      <source>{path} does not start as a Python.</source>
      <translation>{path}은(는) Python으로 시작되지 않습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/requirements.py" />
      <source>Install the DeepSeg plugin again.</source>
      <translation>DeepSeg 플러그인을 다시 설치하세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/requirements.py" />
      <source>The list of packages that the engine needs cannot be read in {folder}.</source>
      <translation>{folder}에서 엔진에 필요한 패키지 목록을 읽을 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/run_files.py" />
      <source>Evaluate the model again.</source>
      <translation>모델을 다시 평가하세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/run_files.py" />
      <source>Make room, or save the DeepSeg project in a folder of yours.</source>
      <translation>공간을 마련하거나 DeepSeg 프로젝트를 내 폴더에 저장하세요.</translation>
    </message>
    <message>
      <location filename="../engine_client/run_files.py" />
      <source>The report {path} cannot be read: {cause}.</source>
      <translation>보고서 {path}을(를) 읽을 수 없습니다: {cause}.</translation>
    </message>
    <message>
      <location filename="../engine_client/run_files.py" />
      <source>{path} is no run of this project, so it was left alone.</source>
      <translation>{path}은(는) 이 프로젝트의 실행이 아니어서 그대로 두었습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/runner.py" />
      <source>DeepSeg's engine wrote a line too long to be read; the rest of it was left out.</source>
      <translation>DeepSeg 엔진이 읽기에 너무 긴 줄을 써서 나머지를 뺐습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Download Python {version} (about 30 MB), with uv.</source>
      <translation>uv로 Python {version}을(를) 내려받습니다(약 30 MB).</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Download about {size}: PyTorch and {n} other packages with what they need.</source>
      <translation>약 {size}을(를) 내려받습니다: PyTorch와 다른 패키지 {n}개, 그리고 거기에 필요한 것.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Download the program uv (about {size}), with pip of Python {version} at {path}.</source>
      <translation>{path}에 있는 Python {version}의 pip으로 프로그램 uv(약 {size})를 내려받습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Install from the folder {folder}, without the network.</source>
      <translation>네트워크 없이 {folder} 폴더에서 설치합니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Install the program uv from the folder, with pip of Python {version} at {path}.</source>
      <translation>{path}에 있는 Python {version}의 pip으로 폴더에서 프로그램 uv를 설치합니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Make DeepSeg's own environment in {folder}. QGIS itself is not changed.</source>
      <translation>{folder}에 DeepSeg 자체 환경을 만듭니다. QGIS 자체는 바뀌지 않습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Needs about {size} on the disk.</source>
      <translation>디스크에 약 {size}이(가) 필요합니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Try it, which takes up to a minute.</source>
      <translation>시험해 봅니다. 1분까지 걸립니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Use Python {version} at {path}.</source>
      <translation>{path}의 Python {version}을(를) 씁니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Use the Python {path} of yours. Nothing is installed or changed in it.</source>
      <translation>내 Python {path}을(를) 씁니다. 거기에는 아무것도 설치하거나 바꾸지 않습니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Work on an NVIDIA GPU (CUDA), though no driver was found.</source>
      <translation>드라이버를 찾지 못했지만 NVIDIA GPU (CUDA)에서 작업합니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Work on the GPU: {driver}.</source>
      <translation>GPU에서 작업합니다: {driver}.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Work on the processor (CPU).</source>
      <translation>프로세서(CPU)에서 작업합니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>{number} GB</source>
      <translation>{number} GB</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>{number} MB</source>
      <translation>{number} MB</translation>
    </message>
    <message>
      <location filename="../engine_client/trial.py" />
      <source>It does not work any more, so it is made again.</source>
      <translation>더 이상 작동하지 않아 다시 만듭니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/trial.py" />
      <source>PyTorch does not see the GPU, so the processor will be used. Is the driver new enough?</source>
      <translation>PyTorch가 GPU를 찾지 못해 프로세서를 씁니다. 드라이버가 충분히 새것인가요?</translation>
    </message>
    <message>
      <location filename="../engine_client/trial.py" />
      <source>The engine does not run with {python}: {reason}</source>
      <translation>엔진이 {python}(으)로 실행되지 않습니다: {reason}</translation>
    </message>
    <message>
      <location filename="../engine_client/trial.py" />
      <source>There is an environment already; trying it.</source>
      <translation>이미 환경이 있어 시험해 봅니다.</translation>
    </message>
    <message>
      <location filename="../engine_client/uv.py" />
      <source>Or install Python {version} from python.org; then uv is not needed.</source>
      <translation>또는 python.org에서 Python {version}을 설치하세요. 그러면 uv가 필요 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>A category needs a name.</source>
      <translation>범주에는 이름이 필요합니다.</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>Add it again.</source>
      <translation>다시 추가하세요.</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>Add the category {name}</source>
      <translation>범주 {name} 추가</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>Change the category {name}</source>
      <translation>범주 {name} 바꾸기</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>Choose another name, or draw labels of that category.</source>
      <translation>다른 이름을 고르거나 그 범주의 라벨을 그리세요.</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>Delete the category {name}</source>
      <translation>범주 {name} 삭제</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>Rename the category {old} to {new}</source>
      <translation>범주 이름 바꾸기: {old} → {new}</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>There is a category {name} already.</source>
      <translation>이미 {name} 범주가 있습니다.</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>There is no category {name} any more.</source>
      <translation>{name} 범주가 더 이상 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>Type one, such as roof or tree.</source>
      <translation>지붕이나 나무처럼 입력하세요.</translation>
    </message>
    <message>
      <location filename="../layers/digitizing.py" />
      <source>Open the project again, or take it from a backup.</source>
      <translation>프로젝트를 다시 열거나 백업에서 가져오세요.</translation>
    </message>
    <message>
      <location filename="../layers/digitizing.py" />
      <source>The layer "{layer}" has no field {field}.</source>
      <translation>"{layer}" 레이어에 {field} 필드가 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/editing.py" />
      <source>"{name}" could not be changed.</source>
      <translation>"{name}"을(를) 바꿀 수 없었습니다.</translation>
    </message>
    <message>
      <location filename="../layers/editing.py" />
      <source>"{name}" could not be saved, because another program is writing to the same file.</source>
      <translation>다른 프로그램이 같은 파일에 쓰고 있어 "{name}"을(를) 저장할 수 없었습니다.</translation>
    </message>
    <message>
      <location filename="../layers/editing.py" />
      <source>"{name}" could not be saved.</source>
      <translation>"{name}"을(를) 저장할 수 없었습니다.</translation>
    </message>
    <message>
      <location filename="../layers/editing.py" />
      <source>Check that its file and folder may be written to, and that no other program has it open.</source>
      <translation>파일과 폴더에 쓸 수 있는지, 다른 프로그램이 열고 있지 않은지 확인하세요.</translation>
    </message>
    <message>
      <location filename="../layers/editing.py" />
      <source>Check that the disk has room and that the file may be written to. QGIS said: {cause}</source>
      <translation>디스크에 공간이 있고 파일에 쓸 수 있는지 확인하세요. QGIS의 말: {cause}</translation>
    </message>
    <message>
      <location filename="../layers/editing.py" />
      <source>Save or close it there, for example in a second QGIS, then try again.</source>
      <translation>그쪽(예를 들어 두 번째 QGIS)에서 저장하거나 닫고 다시 해 보세요.</translation>
    </message>
    <message>
      <location filename="../layers/editing.py" />
      <source>Save or discard the edits of all layers of the project, then try again.</source>
      <translation>프로젝트의 모든 레이어에서 편집한 것을 저장하거나 버리고 다시 해 보세요.</translation>
    </message>
    <message>
      <location filename="../layers/editing.py" />
      <source>The layer "{name}" cannot be edited.</source>
      <translation>"{name}" 레이어를 편집할 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>A footprint lies where the other coordinate system has no coordinates.</source>
      <translation>다른 좌표계에 좌표가 없는 곳에 풋프린트가 있습니다.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>Check the coordinate system of the raster.</source>
      <translation>래스터의 좌표계를 확인하세요.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>Choose a folder that you may write to and that has room.</source>
      <translation>쓸 수 있고 공간이 있는 폴더를 고르세요.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>Lower the score threshold, or predict first.</source>
      <translation>점수 임계값을 낮추거나 먼저 예측하세요.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>No footprint is shown that could be exported.</source>
      <translation>내보낼 수 있게 보이는 풋프린트가 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>The export was stopped; no file was written.</source>
      <translation>내보내기를 중지했습니다. 파일을 쓰지 않았습니다.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>{path} could not be written: {cause}.</source>
      <translation>{path}에 쓸 수 없었습니다: {cause}.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_layer.py" />
      <source>Choose a file that a prediction wrote: GeoPackage, GeoJSON or GeoParquet.</source>
      <translation>예측이 만든 파일을 고르세요: GeoPackage, GeoJSON 또는 GeoParquet.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_layer.py" />
      <source>The footprints in {name} cannot be shown.</source>
      <translation>{name}의 풋프린트를 보여 줄 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_review.py" />
      <source>"{name}" and the project do not lie on the same map: one has a coordinate system, the other none.</source>
      <translation>"{name}"과(와) 프로젝트가 같은 지도에 있지 않습니다. 하나는 좌표계가 있고 하나는 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_review.py" />
      <source>"{name}" cannot keep what you decide, because its file is no GeoPackage or is read-only.</source>
      <translation>파일이 GeoPackage가 아니거나 읽기 전용이어서 "{name}"에 결정을 보관할 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_review.py" />
      <source>Accept footprints</source>
      <translation>풋프린트 채택</translation>
    </message>
    <message>
      <location filename="../layers/footprint_review.py" />
      <source>Check that no other program has the file open and that it may be written to.</source>
      <translation>다른 프로그램이 파일을 열고 있지 않고 쓸 수 있는지 확인하세요.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_review.py" />
      <source>Keep footprints</source>
      <translation>풋프린트 보관</translation>
    </message>
    <message>
      <location filename="../layers/footprint_review.py" />
      <source>Make a project for the raster that these footprints were found on.</source>
      <translation>이 풋프린트를 찾은 래스터의 프로젝트를 만드세요.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_review.py" />
      <source>Predict into a GeoPackage in a folder of your own.</source>
      <translation>내 폴더의 GeoPackage로 예측하세요.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_review.py" />
      <source>Review footprints</source>
      <translation>풋프린트 검토</translation>
    </message>
    <message>
      <location filename="../layers/footprint_review.py" />
      <source>What you decided about "{name}" could not be saved.</source>
      <translation>"{name}"에 대한 결정을 저장할 수 없었습니다.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_rows.py" />
      <source>Choose a layer of footprints or labels, or the field that holds their category.</source>
      <translation>풋프린트나 라벨 레이어, 또는 범주 필드를 고르세요.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_rows.py" />
      <source>Count all rasters together, or choose footprints that DeepSeg predicted.</source>
      <translation>모든 래스터를 함께 세거나 DeepSeg가 예측한 풋프린트를 고르세요.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_rows.py" />
      <source>{layer} has no field “{field}”, so its rasters cannot be told apart</source>
      <translation>{layer}에 “{field}” 필드가 없어 래스터를 구분할 수 없습니다</translation>
    </message>
    <message>
      <location filename="../layers/footprint_rows.py" />
      <source>{layer} has no field “{field}”, so there are no categories to count</source>
      <translation>{layer}에 “{field}” 필드가 없어 셀 범주가 없습니다</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>area (m²)</source>
      <translation>면적(m²)</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>category</source>
      <translation>범주</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>color</source>
      <translation>색</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>direction (° from north)</source>
      <translation>방향(북쪽에서 °)</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>evaluate</source>
      <translation>평가</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>file</source>
      <translation>파일</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>length (m)</source>
      <translation>길이(m)</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>model</source>
      <translation>모델</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>name</source>
      <translation>이름</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>number</source>
      <translation>번호</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>perimeter (m)</source>
      <translation>둘레(m)</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>predict</source>
      <translation>예측</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>raster</source>
      <translation>래스터</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>review</source>
      <translation>검토</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>role</source>
      <translation>역할</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>run</source>
      <translation>실행</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>score (0 to 1)</source>
      <translation>점수(0~1)</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>train</source>
      <translation>학습</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>validate</source>
      <translation>검증</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>width (m)</source>
      <translation>너비(m)</translation>
    </message>
    <message>
      <location filename="../layers/grid_layer.py" />
      <source>Give a larger tile size or a smaller overlap.</source>
      <translation>타일을 키우거나 겹침을 줄이세요.</translation>
    </message>
    <message>
      <location filename="../layers/grid_layer.py" />
      <source>Give a larger tile size, or fewer rows.</source>
      <translation>타일을 키우거나 행을 줄이세요.</translation>
    </message>
    <message>
      <location filename="../layers/grid_layer.py" />
      <source>Give both, or neither.</source>
      <translation>둘 다 지정하거나 둘 다 비우세요.</translation>
    </message>
    <message>
      <location filename="../layers/grid_layer.py" />
      <source>Leave the rows and columns empty, or the tile size.</source>
      <translation>행과 열을 비우거나 타일 크기를 비우세요.</translation>
    </message>
    <message>
      <location filename="../layers/grid_layer.py" />
      <source>Rows and columns and a tile size were given, and only one can hold</source>
      <translation>행과 열, 타일 크기를 모두 지정했는데 하나만 쓸 수 있습니다</translation>
    </message>
    <message>
      <location filename="../layers/grid_layer.py" />
      <source>Rows and columns belong together, and only one of them was given</source>
      <translation>행과 열은 함께 지정해야 하는데 하나만 지정했습니다</translation>
    </message>
    <message>
      <location filename="../layers/grid_layer.py" />
      <source>That would be {n} tiles</source>
      <translation>타일이 {n}개가 됩니다</translation>
    </message>
    <message>
      <location filename="../layers/grid_layer.py" />
      <source>Tiles of {size} px cannot share {overlap} px with their neighbors</source>
      <translation>{size} px 타일은 이웃과 {overlap} px를 함께 쓸 수 없습니다</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>Check that both have the right coordinate system and belong together.</source>
      <translation>둘의 좌표계가 맞고 서로 어울리는지 확인하세요.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>None of the {n} labels lies in an area, so none would be used.</source>
      <translation>라벨 {n}개 중 영역 안에 있는 것이 없어 아무것도 쓰지 못합니다.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>None of the {n} labels lies on a raster.</source>
      <translation>라벨 {n}개 중 래스터 위에 있는 것이 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>The category {category}</source>
      <translation>범주 {category}</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>The layer</source>
      <translation>레이어</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>The only label lies on none of the rasters.</source>
      <translation>하나뿐인 라벨이 어느 래스터 위에도 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>The outline of {label} crosses or touches itself.</source>
      <translation>{label}의 윤곽이 스스로 교차하거나 닿습니다.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>and so on for {n} more</source>
      <translation>그 밖에 {n}개 더</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{category} has too few labels to be learned: {n}. Draw at least {least}.</source>
      <translation>{category}은(는) 배우기에 라벨이 너무 적습니다: {n}개. {least}개 이상 그리세요.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} and {other} are the same polygon. Delete the wrong one.</source>
      <translation>{label}과(와) {other}은(는) 같은 폴리곤입니다. 잘못된 것을 지우세요.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} and {other} share {percent} % of the smaller one.</source>
      <translation>{label}과(와) {other}이(가) 작은 쪽의 {percent} %를 함께 덮습니다.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} encloses no ground.</source>
      <translation>{label}은(는) 땅을 둘러싸지 않습니다.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} has no category. Give it one in its form.</source>
      <translation>{label}에 범주가 없습니다. 양식에서 지정하세요.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} has no polygon.</source>
      <translation>{label}에 폴리곤이 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} is drawn a second time as {other}.</source>
      <translation>{label}이(가) {other}(으)로 한 번 더 그려졌습니다.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} is only {width} × {height} px large, too small to be learned at this resolution.</source>
      <translation>{label}은(는) {width} × {height} px로, 이 해상도에서 배우기에 너무 작습니다.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} lies on none of the rasters.</source>
      <translation>{label}은(는) 어느 래스터 위에도 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} lies outside all areas, so it is not used.</source>
      <translation>{label}은(는) 모든 영역 밖에 있어 쓰지 않습니다.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} reaches over the edge of the raster, with {percent} % of its ground.</source>
      <translation>{label}은(는) 면적의 {percent} %가 래스터 가장자리를 넘어갑니다.</translation>
    </message>
    <message>
      <location filename="../layers/label_import.py" />
      <source>"{name}" does not say its coordinate system, so its coordinates were taken as those of the project ({crs}). If the labels lie in the wrong place, undo, set the layer's CRS and import again.</source>
      <translation>"{name}"에 좌표계가 없어 프로젝트의 좌표({crs})로 보았습니다. 라벨 위치가 틀리면 실행 취소하고 레이어의 좌표계를 정한 뒤 다시 가져오세요.</translation>
    </message>
    <message>
      <location filename="../layers/label_import.py" />
      <source>"{name}" has no field {field}.</source>
      <translation>"{name}"에 {field} 필드가 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/label_import.py" />
      <source>"{name}" holds no polygons.</source>
      <translation>"{name}"에 폴리곤이 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/label_import.py" />
      <source>Check that the file is there and whole, and that QGIS can show it.</source>
      <translation>파일이 있고 온전한지, QGIS가 보여 줄 수 있는지 확인하세요.</translation>
    </message>
    <message>
      <location filename="../layers/label_import.py" />
      <source>Choose one of: {fields}.</source>
      <translation>다음 중에서 고르세요: {fields}.</translation>
    </message>
    <message>
      <location filename="../layers/label_import.py" />
      <source>Import labels from {name}</source>
      <translation>{name}에서 라벨 가져오기</translation>
    </message>
    <message>
      <location filename="../layers/label_import.py" />
      <source>Labels are polygons; points and lines can be made into polygons with Buffer.</source>
      <translation>라벨은 폴리곤입니다. 점과 선은 버퍼로 폴리곤을 만들 수 있습니다.</translation>
    </message>
    <message>
      <location filename="../layers/label_import.py" />
      <source>The project is in pixel coordinates, so the coordinates of "{name}" were taken as pixels of the raster. If the labels lie in the wrong place, undo the import.</source>
      <translation>프로젝트가 픽셀 좌표를 쓰므로 "{name}"의 좌표를 래스터의 픽셀로 보았습니다. 라벨 위치가 틀리면 가져오기를 실행 취소하세요.</translation>
    </message>
    <message>
      <location filename="../layers/label_import.py" />
      <source>{name} cannot be opened as a layer of polygons.</source>
      <translation>{name}을(를) 폴리곤 레이어로 열 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>Check the labels again.</source>
      <translation>라벨을 다시 검사하세요.</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>Cut a label</source>
      <translation>라벨 자르기</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>Delete a label</source>
      <translation>라벨 삭제</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>Join two labels</source>
      <translation>두 라벨 합치기</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>Look at its place on the map and decide.</source>
      <translation>지도에서 위치를 보고 정하세요.</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>Mend a label</source>
      <translation>라벨 고치기</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>QGIS could not change the label</source>
      <translation>QGIS가 라벨을 바꿀 수 없었습니다</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>Save or close what you are editing, and try again.</source>
      <translation>편집 중인 것을 저장하거나 닫고 다시 해 보세요.</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>The label has changed since the check</source>
      <translation>검사 이후 라벨이 바뀌었습니다</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>The label is no longer there</source>
      <translation>라벨이 더 이상 없습니다</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>The label is valid by now</source>
      <translation>라벨이 이미 올바릅니다</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>The labels no longer overlap</source>
      <translation>라벨이 더 이상 겹치지 않습니다</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>There is no repair for this finding</source>
      <translation>이 발견 사항은 고칠 방법이 없습니다</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Drawn twice</source>
      <translation>두 번 그림</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Invalid</source>
      <translation>잘못된 윤곽</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Label {id}</source>
      <translation>라벨 {id}</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Label {id} ({category})</source>
      <translation>라벨 {id} ({category})</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>No category</source>
      <translation>범주 없음</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>No polygon</source>
      <translation>폴리곤 없음</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Off the rasters</source>
      <translation>래스터 밖</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Outside areas</source>
      <translation>영역 밖</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Over the edge</source>
      <translation>가장자리 넘음</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>The labels reach from {labels}; {rasters}.</source>
      <translation>라벨의 범위는 {labels}; {rasters}.</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Too few</source>
      <translation>너무 적음</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Too small</source>
      <translation>너무 작음</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Wrong place</source>
      <translation>위치가 틀림</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>coordinates without a system</source>
      <translation>좌표계 없는 좌표</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>cut off what lies beyond the raster</source>
      <translation>래스터를 넘는 부분을 잘라 냄</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>cut the shared part out of the larger label</source>
      <translation>겹친 부분을 큰 라벨에서 잘라 냄</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>delete this label</source>
      <translation>이 라벨을 지움</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>join the two labels into one</source>
      <translation>두 라벨을 하나로 합침</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>redraw its outline so that it no longer crosses itself</source>
      <translation>스스로 교차하지 않도록 윤곽을 다시 그림</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>{low} to {high} ({crs})</source>
      <translation>{low}부터 {high}까지 ({crs})</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>{raster} reaches from {corners}</source>
      <translation>{raster}의 범위는 {corners}</translation>
    </message>
    <message>
      <location filename="../layers/matches_layer.py" />
      <source>The layer of matches {path} cannot be opened.</source>
      <translation>일치 레이어 {path}을(를) 열 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>Check that there is room left on the disk.</source>
      <translation>디스크에 공간이 남아 있는지 확인하세요.</translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>Choose a layer of the project or a vector file.</source>
      <translation>프로젝트의 레이어나 벡터 파일을 고르세요.</translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>Draw some first.</source>
      <translation>먼저 그리세요.</translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>Nothing is selected in {layer}</source>
      <translation>{layer}에서 선택한 것이 없습니다</translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>Save the layer as a GeoPackage and use that.</source>
      <translation>레이어를 GeoPackage로 저장해 그것을 쓰세요.</translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>Select polygons there, or untick “Selected features only”.</source>
      <translation>폴리곤을 선택하거나 “선택한 피처만”을 끄세요.</translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>Stopped; nothing was written.</source>
      <translation>중지했습니다. 아무것도 쓰지 않았습니다.</translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>{layer} cannot be copied for the engine: {reason}</source>
      <translation>엔진을 위해 {layer}을(를) 복사할 수 없습니다: {reason}</translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>{layer} holds no polygon</source>
      <translation>{layer}에 폴리곤이 없습니다</translation>
    </message>
    <message numerus="yes">
      <location filename="../layers/polygon_source.py" />
      <source>{layer}: {n} polygons, as seen in QGIS, were copied for the engine</source>
      <translation>
        <numerusform>{layer}: QGIS에 보이는 그대로 폴리곤 {n}개를 엔진을 위해 복사했습니다</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>{path} cannot be written: {reason}</source>
      <translation>{path}에 쓸 수 없습니다: {reason}</translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>{source} cannot be opened as a layer of polygons</source>
      <translation>{source}을(를) 폴리곤 레이어로 열 수 없습니다</translation>
    </message>
    <message>
      <location filename="../layers/predicted_rasters.py" />
      <source>Add the raster to the QGIS project, or export as GeoJSON.</source>
      <translation>래스터를 QGIS 프로젝트에 추가하거나 GeoJSON으로 내보내세요.</translation>
    </message>
    <message>
      <location filename="../layers/predicted_rasters.py" />
      <source>COCO counts in pixels, and it is not known where the raster {name} is.</source>
      <translation>COCO는 픽셀로 세는데 래스터 {name}이(가) 어디 있는지 알 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/project.py" />
      <source>Choose a folder of your own.</source>
      <translation>내 폴더를 고르세요.</translation>
    </message>
    <message>
      <location filename="../layers/project.py" />
      <source>Open it again.</source>
      <translation>다시 여세요.</translation>
    </message>
    <message>
      <location filename="../layers/project.py" />
      <source>Open the project again from {path}.</source>
      <translation>{path}에서 프로젝트를 다시 여세요.</translation>
    </message>
    <message>
      <location filename="../layers/project.py" />
      <source>The folder {folder} cannot be made.</source>
      <translation>{folder} 폴더를 만들 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/project.py" />
      <source>The layers of the project {name} cannot be opened.</source>
      <translation>프로젝트 {name}의 레이어를 열 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/project.py" />
      <source>The project {name} is closed.</source>
      <translation>프로젝트 {name}이(가) 닫혔습니다.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>A project is a file that ends in .gpkg, not {name}.</source>
      <translation>프로젝트는 .gpkg로 끝나는 파일이어야 합니다. {name}은(는) 아닙니다.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>Call it {name}.</source>
      <translation>이름을 {name}(으)로 하세요.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>Check that the disk has room and that no other program has the file open.</source>
      <translation>디스크에 공간이 있고 다른 프로그램이 파일을 열고 있지 않은지 확인하세요.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>Check that the disk has room, or choose another folder.</source>
      <translation>디스크에 공간이 있는지 확인하거나 다른 폴더를 고르세요.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>Choose a project file, or make a new project and import your labels into it.</source>
      <translation>프로젝트 파일을 고르거나, 새 프로젝트를 만들어 라벨을 가져오세요.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>Choose a project file, or take it from a backup.</source>
      <translation>프로젝트 파일을 고르거나 백업에서 가져오세요.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>If it was moved, open it from its new place. If it is on another drive, connect the drive first.</source>
      <translation>옮겼다면 새 위치에서 여세요. 다른 드라이브에 있다면 먼저 드라이브를 연결하세요.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>Open it, or choose another name.</source>
      <translation>그것을 열거나 다른 이름을 고르세요.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>The project {name} cannot be written: {cause}</source>
      <translation>프로젝트 {name}을(를) 쓸 수 없습니다: {cause}</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>The project {name} lacks tables, and they cannot be added: {cause}</source>
      <translation>프로젝트 {name}에 없는 테이블이 있는데 추가할 수 없습니다: {cause}</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>The project {path} is not there.</source>
      <translation>프로젝트 {path}이(가) 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>Update DeepSeg in the plugin manager, then open it again.</source>
      <translation>플러그인 관리자에서 DeepSeg를 업데이트한 뒤 다시 여세요.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>{name} already exists.</source>
      <translation>{name}이(가) 이미 있습니다.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>{name} cannot be opened as a DeepSeg project: it is no GeoPackage, or it is damaged.</source>
      <translation>{name}을(를) DeepSeg 프로젝트로 열 수 없습니다. GeoPackage가 아니거나 손상되었습니다.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>{name} is not a DeepSeg project: it has no table {table}.</source>
      <translation>{name}은(는) DeepSeg 프로젝트가 아닙니다. {table} 테이블이 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>{name} was made with a newer version of DeepSeg.</source>
      <translation>{name}은(는) 더 새로운 DeepSeg로 만들었습니다.</translation>
    </message>
    <message>
      <location filename="../layers/project_layers.py" />
      <source>Check that no other program has the file open, or take the project from a backup.</source>
      <translation>다른 프로그램이 파일을 열고 있지 않은지 확인하거나 백업에서 프로젝트를 가져오세요.</translation>
    </message>
    <message>
      <location filename="../layers/project_layers.py" />
      <source>DeepSeg · {name}</source>
      <translation>DeepSeg · {name}</translation>
    </message>
    <message>
      <location filename="../layers/project_layers.py" />
      <source>Kept footprints</source>
      <translation>보관한 풋프린트</translation>
    </message>
    <message>
      <location filename="../layers/project_layers.py" />
      <source>The table {table} of {name} cannot be opened.</source>
      <translation>{name}의 {table} 테이블을 열 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/project_place.py" />
      <source>Allow writing in the file's properties, or open a copy in a folder of your own.</source>
      <translation>파일 속성에서 쓰기를 허용하거나 내 폴더의 복사본을 여세요.</translation>
    </message>
    <message>
      <location filename="../layers/project_place.py" />
      <source>Another program is writing to {name}.</source>
      <translation>다른 프로그램이 {name}에 쓰고 있습니다.</translation>
    </message>
    <message>
      <location filename="../layers/project_place.py" />
      <source>Choose a folder of your own, or copy the project there and open the copy.</source>
      <translation>내 폴더를 고르거나 프로젝트를 거기에 복사해 복사본을 여세요.</translation>
    </message>
    <message>
      <location filename="../layers/project_place.py" />
      <source>Make it, or choose another one.</source>
      <translation>만들거나 다른 것을 고르세요.</translation>
    </message>
    <message>
      <location filename="../layers/project_place.py" />
      <source>Save or close it there, for example in a second QGIS, then open it again.</source>
      <translation>그쪽(예를 들어 두 번째 QGIS)에서 저장하거나 닫고 다시 여세요.</translation>
    </message>
    <message>
      <location filename="../layers/project_place.py" />
      <source>The folder {folder} cannot be written to.</source>
      <translation>{folder} 폴더에 쓸 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/project_place.py" />
      <source>The folder {folder} does not exist.</source>
      <translation>{folder} 폴더가 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/project_place.py" />
      <source>{name} is read-only.</source>
      <translation>{name}은(는) 읽기 전용입니다.</translation>
    </message>
    <message>
      <location filename="../layers/project_place.py" />
      <source>{name} lies on a network drive: only one person can edit it at a time, and drawing may be slow. A folder on this computer is safer while you work.</source>
      <translation>{name}은(는) 네트워크 드라이브에 있습니다. 한 번에 한 사람만 편집할 수 있고 그리기가 느릴 수 있습니다. 작업하는 동안은 이 컴퓨터의 폴더가 더 안전합니다.</translation>
    </message>
    <message>
      <location filename="../layers/raster_frame.py" />
      <source>Check that the file is whole and of a format that QGIS shows.</source>
      <translation>파일이 온전하고 QGIS가 보여 줄 수 있는 형식인지 확인하세요.</translation>
    </message>
    <message>
      <location filename="../layers/raster_frame.py" />
      <source>{path} cannot be opened as a raster</source>
      <translation>{path}을(를) 래스터로 열 수 없습니다</translation>
    </message>
    <message>
      <location filename="../layers/raster_source.py" />
      <source>Check that the file was not moved or renamed.</source>
      <translation>파일을 옮기거나 이름을 바꾸지 않았는지 확인하세요.</translation>
    </message>
    <message>
      <location filename="../layers/raster_source.py" />
      <source>Choose a raster layer or a file.</source>
      <translation>래스터 레이어나 파일을 고르세요.</translation>
    </message>
    <message>
      <location filename="../layers/raster_source.py" />
      <source>Save the part you need as a GeoTIFF (Export &gt; Save As, raw data) and use that.</source>
      <translation>필요한 부분을 GeoTIFF로 저장해(내보내기 &gt; 다른 이름으로 저장, 원시 데이터) 그것을 쓰세요.</translation>
    </message>
    <message>
      <location filename="../layers/raster_source.py" />
      <source>The raster {path} does not exist</source>
      <translation>래스터 {path}이(가) 없습니다</translation>
    </message>
    <message>
      <location filename="../layers/raster_source.py" />
      <source>a calculation of QGIS</source>
      <translation>QGIS의 계산</translation>
    </message>
    <message>
      <location filename="../layers/raster_source.py" />
      <source>a database</source>
      <translation>데이터베이스</translation>
    </message>
    <message>
      <location filename="../layers/raster_source.py" />
      <source>a web service</source>
      <translation>웹 서비스</translation>
    </message>
    <message>
      <location filename="../layers/raster_source.py" />
      <source>{layer} comes from {source}, which DeepSeg cannot read</source>
      <translation>{layer}은(는) {source}에서 오며 DeepSeg가 읽을 수 없습니다</translation>
    </message>
    <message>
      <location filename="../layers/raster_source.py" />
      <source>{layer} is not a raster</source>
      <translation>{layer}은(는) 래스터가 아닙니다</translation>
    </message>
    <message>
      <location filename="../layers/raster_table.py" />
      <source>Remove the raster {name}</source>
      <translation>래스터 {name} 제거</translation>
    </message>
    <message>
      <location filename="../layers/raster_table.py" />
      <source>{name} cannot be opened as a raster.</source>
      <translation>{name}을(를) 래스터로 열 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/style.py" />
      <source>evaluate: kept for the test</source>
      <translation>평가: 시험용으로 남김</translation>
    </message>
    <message>
      <location filename="../layers/style.py" />
      <source>found (TP)</source>
      <translation>찾음(TP)</translation>
    </message>
    <message>
      <location filename="../layers/style.py" />
      <source>missed (FN)</source>
      <translation>놓침(FN)</translation>
    </message>
    <message>
      <location filename="../layers/style.py" />
      <source>predict: find things here</source>
      <translation>예측: 여기서 찾기</translation>
    </message>
    <message>
      <location filename="../layers/style.py" />
      <source>train: all inside is labeled</source>
      <translation>학습: 안의 모든 것에 라벨이 있음</translation>
    </message>
    <message>
      <location filename="../layers/style.py" />
      <source>validate: picks the epoch</source>
      <translation>검증: 에포크를 고름</translation>
    </message>
    <message>
      <location filename="../layers/style.py" />
      <source>without a category</source>
      <translation>범주 없음</translation>
    </message>
    <message>
      <location filename="../layers/style.py" />
      <source>without a role</source>
      <translation>역할 없음</translation>
    </message>
    <message>
      <location filename="../layers/style.py" />
      <source>wrong: no label there (FP)</source>
      <translation>틀림: 라벨이 없음(FP)</translation>
    </message>
    <message>
      <location filename="../layers/unsaved.py" />
      <source>"{name}" could not be saved; your changes are still there.</source>
      <translation>"{name}"을(를) 저장할 수 없었습니다. 변경한 것은 그대로 있습니다.</translation>
    </message>
    <message>
      <location filename="../layers/unsaved.py" />
      <source>Check that the disk has room and that no other program has the file open, then save again. {cause}</source>
      <translation>디스크에 공간이 있고 다른 프로그램이 파일을 열고 있지 않은지 확인하고 다시 저장하세요. {cause}</translation>
    </message>
    <message>
      <location filename="../plugin.py" />
      <source>About DeepSeg</source>
      <translation>DeepSeg 정보</translation>
    </message>
    <message>
      <location filename="../plugin.py" />
      <source>Categories &amp;&amp; labels</source>
      <translation>범주와 라벨</translation>
    </message>
    <message>
      <location filename="../plugin.py" />
      <source>DeepSeg: draw, train, evaluate, predict</source>
      <translation>DeepSeg: 그리기, 학습, 평가, 예측</translation>
    </message>
    <message>
      <location filename="../plugin.py" />
      <source>Open DeepSeg</source>
      <translation>DeepSeg 열기</translation>
    </message>
    <message>
      <location filename="../plugin.py" />
      <source>Set up DeepSeg…</source>
      <translation>DeepSeg 설정…</translation>
    </message>
    <message>
      <location filename="../plugin.py" />
      <source>{name} {version}

Learns to find things in orthophotos from a few drawn polygons, on this computer. The engine also runs as a command line:

{commands}</source>
      <translation>{name} {version}

정사영상에서 그린 몇 개의 폴리곤으로 대상을 찾는 법을 이 컴퓨터에서 배웁니다. 엔진은 명령줄로도 실행됩니다:

{commands}</translation>
    </message>
  </context>
</TS>
