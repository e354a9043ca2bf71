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
      <location filename="../algorithms/capture.py" />
      <source>0 for the first camera, the path of a video, or a URL that begins with rtsp:// or http://.</source>
      <translation>첫 번째 카메라는 0, 또는 동영상의 경로, 또는 rtsp://나 http://로 시작하는 URL.</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>0 keeps every picture. In a video, its own time counts.</source>
      <translation>0이면 모든 그림을 보관합니다. 동영상에서는 동영상 자체의 시간으로 셉니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>A small picture of what is seen, written anew up to four times a second.</source>
      <translation>지금 보이는 것의 작은 그림. 1초에 많아야 네 번 새로 씁니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Camera, video or stream</source>
      <translation>카메라, 동영상 또는 스트림</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Folder for the frames</source>
      <translation>프레임을 둘 폴더</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Format</source>
      <translation>형식</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Frames</source>
      <translation>프레임</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>It ends after so long without a picture.</source>
      <translation>이 시간 동안 그림이 없으면 끝냅니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>It is made where it is missing; what lies there stays.</source>
      <translation>없으면 만들며, 안에 있는 것은 그대로 둡니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>JPEG (*.jpg)</source>
      <translation>JPEG (*.jpg)</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Left empty, until the video ends or you stop.</source>
      <translation>비워 두면 동영상이 끝나거나 중지할 때까지.</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Number of frames</source>
      <translation>프레임 수</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Patience (s)</source>
      <translation>기다리는 시간(초)</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Preview</source>
      <translation>미리보기</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Seconds from frame to frame</source>
      <translation>프레임 사이의 시간(초)</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Take frames from a camera or video</source>
      <translation>카메라나 동영상에서 프레임 가져오기</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Takes frames from a camera of this computer, a video file or a stream, and keeps each as a raster. Without a number of frames it goes on until the video ends, or until it is stopped. Frames that were taken are kept.

The network is used only for the address that you give.</source>
      <translation>이 컴퓨터의 카메라, 동영상 파일 또는 스트림에서 프레임을 가져와 하나하나를 래스터로 보관합니다. 프레임 수를 정하지 않으면 동영상이 끝나거나 중지할 때까지 계속합니다. 이미 가져온 프레임은 남습니다.

네트워크는 지정한 주소에만 사용합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>camera,webcam,video,stream,rtsp,capture,photo,image</source>
      <translation>카메라,웹캠,동영상,스트림,rtsp,캡처,사진,이미지,camera,webcam,video,stream,capture</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>png loses nothing; jpg is smaller.</source>
      <translation>png는 아무것도 잃지 않고, jpg는 더 작습니다.</translation>
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
      <location filename="../algorithms/chips.py" />
      <source>A new or empty folder; it appears when all chips are written.</source>
      <translation>새 폴더 또는 빈 폴더. 모든 칩을 쓴 뒤에 나타납니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Angles (°)</source>
      <translation>각도(°)</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Bands</source>
      <translation>밴드</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Categories, or instances in each chip.</source>
      <translation>범주, 또는 각 칩 안의 인스턴스.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Chips</source>
      <translation>칩</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Chips to train</source>
      <translation>학습용 칩</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Chips to validate</source>
      <translation>검증용 칩</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Chips without labels</source>
      <translation>라벨 없는 칩</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Cuts rasters and labels into square pieces that other programs train from. DeepSeg itself needs none: it cuts its own while it trains.

yolo: what Ultralytics trains segmentation from. coco: images and COCO JSON. mask: GeoTIFFs and label rasters of the same names. arcgis: Classified Tiles of ArcGIS, or its RCNN Masks where masks number instances.

With areas, chips lie where everything is labeled, and ground outside is blank. Areas with the role validate become the part that validates; without them, whole blocks of ground do.</source>
      <translation>래스터와 라벨을 다른 프로그램이 학습에 쓰는 정사각형 조각으로 자릅니다. DeepSeg 자체에는 필요 없습니다. 학습하면서 직접 자릅니다.

yolo: Ultralytics가 분할을 학습하는 형식. coco: 이미지와 COCO JSON. mask: GeoTIFF와 같은 이름의 라벨 래스터. arcgis: ArcGIS의 Classified Tiles, 또는 마스크가 인스턴스 번호이면 RCNN Masks.

영역이 있으면 칩은 모든 것에 라벨이 있는 곳에 놓이고 그 밖의 땅은 비워 둡니다. 역할이 validate인 영역은 검증용이 되고, 없으면 땅의 블록 전체를 검증용으로 나눕니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Each chip is cut once for each of these angles, counterclockwise, such as 0, 90, 180, 270.</source>
      <translation>각 칩을 이 각도마다 한 번씩 시계 반대 방향으로 돌려 자릅니다. 예: 0, 90, 180, 270.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Export training data (chips)</source>
      <translation>학습 데이터 내보내기(칩)</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Folder for the chips</source>
      <translation>칩을 둘 폴더</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Format of the pixels</source>
      <translation>픽셀의 형식</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>From 0 to 1. Left empty, a tenth where there are areas, else none.</source>
      <translation>0에서 1까지. 비워 두면 영역이 있을 때 10분의 1, 없으면 0입니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>From the beginning of a chip to the next. Left empty, the size: chips lie side by side.</source>
      <translation>한 칩의 시작에서 다음 칩의 시작까지. 비워 두면 크기와 같아 칩이 나란히 놓입니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Give degrees, such as 0, 90, 180, 270.</source>
      <translation>각도를 도 단위로 지정하세요. 예: 0, 90, 180, 270.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Labels in the chips</source>
      <translation>칩 안의 라벨</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Numbers in masks</source>
      <translation>마스크의 번호</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Seed</source>
      <translation>시드</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Share of chips without labels</source>
      <translation>라벨 없는 칩의 비율</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Share that validates</source>
      <translation>검증에 쓸 비율</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Size (px)</source>
      <translation>크기(px)</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Smallest share of a label</source>
      <translation>라벨의 최소 비율</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Stride (px)</source>
      <translation>간격(px)</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Such as 4,3,2. Left empty, all in tif, else the first three.</source>
      <translation>예: 4,3,2. 비워 두면 tif는 모두, 그 밖에는 처음 세 밴드.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>The same number gives the same chips.</source>
      <translation>같은 숫자는 같은 칩을 만듭니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>The share of a label that must lie in a chip to count there, from 0 (any piece) to 1.</source>
      <translation>라벨이 칩에서 인정되려면 칩 안에 있어야 하는 비율. 0(아무 조각이나)에서 1까지.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>The side of a chip.</source>
      <translation>칩의 변.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Where no area has the role validate: the share of chips that validate, in whole blocks of ground.</source>
      <translation>역할이 validate인 영역이 없을 때: 검증에 쓸 칩의 비율. 땅의 블록 전체 단위로 나눕니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Which program shall read the folder.</source>
      <translation>이 폴더를 읽을 프로그램.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>chips,patches,export,COCO,YOLO,mask,dataset,training data</source>
      <translation>칩,패치,내보내기,데이터셋,학습 데이터,chips,patches,export,COCO,YOLO,mask,dataset</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>tif keeps values and place. png and jpg have 8 bits. Left empty, tif for mask and arcgis, else png.</source>
      <translation>tif는 값과 위치를 지킵니다. png와 jpg는 8비트입니다. 비워 두면 mask와 arcgis는 tif, 그 밖에는 png입니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>“{text}” are no angles</source>
      <translation>“{text}”은(는) 각도가 아닙니다</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Adds the fields subcategory and subcategory_score to footprints, with a classifier that “Train a classifier of footprints” wrote. All of their other fields are kept.

With a field that says what they really are, the log tells how many were right and which kinds were taken for each other.</source>
      <translation>“풋프린트 분류기 학습”이 쓴 분류기로 풋프린트에 subcategory와 subcategory_score 필드를 더합니다. 다른 필드는 모두 그대로 둡니다.

실제 종류가 담긴 필드가 있으면 몇 개가 맞았는지, 어떤 종류가 서로 혼동되었는지 로그에 적습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Classifier</source>
      <translation>분류기</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Field with the true kind</source>
      <translation>실제 종류가 담긴 필드</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Names parted by semicolons; others stay as they are. Left empty, all.</source>
      <translation>세미콜론으로 나눈 이름. 다른 것은 그대로 둡니다. 비워 두면 모두.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Number of sorted footprints</source>
      <translation>분류된 풋프린트의 수</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Only to tell how many were right.</source>
      <translation>몇 개가 맞았는지 알려 주는 데에만 씁니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Share that is right</source>
      <translation>맞은 비율</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Sort footprints into kinds</source>
      <translation>풋프린트를 종류별로 분류</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Sorted footprints</source>
      <translation>분류된 풋프린트</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>The file that “Train a classifier of footprints” wrote.</source>
      <translation>“풋프린트 분류기 학습”이 쓴 파일.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Views</source>
      <translation>보는 방향 수</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Ways to turn each picture, of which the mean is taken; each takes its time.</source>
      <translation>각 그림을 돌려 보는 방법의 수. 그 평균을 씁니다. 하나하나에 시간이 듭니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>classification,subcategory,kinds,species,roof types</source>
      <translation>분류,하위 범주,종류,수종,지붕 유형,classification,subcategory,kinds,species</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Any encoder that timm knows. Left empty, tf_efficientnet_lite0.</source>
      <translation>timm이 아는 인코더. 비워 두면 tf_efficientnet_lite0.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>DeepSeg model (*.safetensors)</source>
      <translation>DeepSeg 모델 (*.safetensors)</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Encoder</source>
      <translation>인코더</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Ends after so many seconds; the best model so far is kept.</source>
      <translation>이 시간(초)이 지나면 끝냅니다. 지금까지 최고의 모델을 보관합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Epochs</source>
      <translation>에포크</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Field with the kind</source>
      <translation>종류 필드</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Footprints or labels. Left empty, a folder of pictures is used.</source>
      <translation>풋프린트 또는 라벨. 비워 두면 그림 폴더를 씁니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Give either polygons on rasters or a folder of pictures.</source>
      <translation>래스터 위의 폴리곤이나 그림 폴더 중 하나를 지정하세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Ground around the polygon, as a share of its longer side.</source>
      <translation>폴리곤 둘레의 땅. 긴 변에 대한 비율입니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Hide what lies outside the polygon</source>
      <translation>폴리곤 밖을 가리기</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>How often all labels are gone through; an epoch takes moments.</source>
      <translation>모든 라벨을 몇 번 훑는지. 한 에포크는 잠깐입니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Learns to sort footprints into kinds, such as flat and gabled roofs, from a few dozen whose kind is known: polygons with a field that names it, or pictures in folders, one folder per kind.

Polygons whose field is empty are left out. Every label is tested once by a classifier that has not seen its ground; the log tells how many were right and which kinds were taken for each other.</source>
      <translation>종류를 아는 풋프린트 수십 개로부터 풋프린트를 종류별로(예: 평지붕과 박공지붕) 분류하는 법을 학습합니다. 종류 이름 필드가 있는 폴리곤이나, 종류마다 폴더 하나에 든 그림을 씁니다.

필드가 비어 있는 폴리곤은 뺍니다. 모든 라벨은 그 땅을 보지 않은 분류기로 한 번씩 시험하며, 몇 개가 맞았는지와 어떤 종류가 서로 혼동되었는지 로그에 적습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Mean recall of the kinds</source>
      <translation>종류별 재현율의 평균</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Numbers from 1, such as 4,3,2. Left empty, all.</source>
      <translation>1부터 센 번호. 예: 4,3,2. 비워 두면 모두.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>One folder per kind in it, as “Cut out instances” writes it.</source>
      <translation>“인스턴스 오려 내기”가 쓰는 것처럼 종류마다 폴더 하나.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Or a folder of pictures</source>
      <translation>또는 그림 폴더</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Padding</source>
      <translation>여백</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Polygons whose kind is known</source>
      <translation>종류를 아는 폴리곤</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Share that was sorted right</source>
      <translation>바르게 분류된 비율</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>The field that names the kind. Left empty, the field subcategory.</source>
      <translation>종류의 이름이 담긴 필드. 비워 두면 subcategory 필드.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>The model to write.</source>
      <translation>저장할 모델.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>The model {path} must end in .safetensors.</source>
      <translation>모델 {path}은(는) .safetensors로 끝나야 합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>The rasters that show the polygons.</source>
      <translation>폴리곤이 보이는 래스터.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>The same seed gives the same model, on a CPU.</source>
      <translation>CPU에서는 같은 시드가 같은 모델을 만듭니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>The side of what the network sees.</source>
      <translation>네트워크가 보는 그림의 변.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Time limit (s)</source>
      <translation>시간 제한(초)</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Train a classifier of footprints</source>
      <translation>풋프린트 분류기 학습</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Turns polygons so that their longer side stands.</source>
      <translation>긴 변이 서도록 폴리곤을 돌립니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Upright</source>
      <translation>세우기</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Where the ground around it says nothing of its kind.</source>
      <translation>둘레의 땅이 그 종류에 대해 알려 주는 것이 없을 때.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>classification,subcategory,kinds,species,roof types,learn</source>
      <translation>분류,하위 범주,종류,수종,지붕 유형,학습,classification,subcategory,learn</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Changed</source>
      <translation>바뀐 것</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Clean shapes</source>
      <translation>모양 다듬기</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Dropped</source>
      <translation>버린 것</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Footprints, labels or any other polygons. All of their fields stay.</source>
      <translation>풋프린트, 라벨 또는 다른 어떤 폴리곤. 필드는 모두 그대로 둡니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Keep inside</source>
      <translation>이 안만 남기기</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Least overlap</source>
      <translation>최소 겹침</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Makes outlines simpler or smoother, gives buildings straight walls and right angles, fills small holes, drops specks, and cuts off what lies outside an area. All fields are kept; areas and lengths are measured anew.

Polygons that share a wall share it afterwards too, and none comes to lie in another one. Where that cannot be had, or an outline would change too much, it stays as it was.</source>
      <translation>윤곽선을 단순하거나 매끄럽게 하고, 건물에 곧은 벽과 직각을 주고, 작은 구멍을 메우고, 작은 조각을 버리고, 영역 밖을 잘라 냅니다. 필드는 모두 그대로 두고 면적과 길이는 다시 잽니다.

벽을 함께 쓰는 폴리곤은 그 뒤에도 함께 쓰며, 서로 겹치게 되지 않습니다. 그렇게 할 수 없거나 윤곽선이 너무 많이 바뀌면 그대로 둡니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Nothing would change. Choose right angles, or give one of the numbers.</source>
      <translation>바뀔 것이 없습니다. 직각을 선택하거나 숫자 중 하나를 지정하세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Number of polygons</source>
      <translation>폴리곤 수</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Points that lie so near the outline are left out.</source>
      <translation>윤곽선에 이만큼 가까운 점은 뺍니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Polygons</source>
      <translation>폴리곤</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Polygons; what lies outside of them is cut off.</source>
      <translation>폴리곤. 그 밖에 있는 것은 잘라 냅니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Right angles must leave so much of the outline before, from 0 to 1; else it stays as it was.</source>
      <translation>직각으로 만든 뒤 이전 윤곽과 이만큼 겹쳐야 합니다(0에서 1). 그렇지 않으면 그대로 둡니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Simplify outlines by (m)</source>
      <translation>윤곽 단순화(m)</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Smaller polygons, and smaller parts, are dropped.</source>
      <translation>이보다 작은 폴리곤과 작은 부분은 버립니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Smallest area (m²)</source>
      <translation>최소 면적(m²)</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>simplify,smooth,regularize,orthogonalize,square,generalize,holes,clip</source>
      <translation>단순화,매끄럽게,정형화,직각화,일반화,구멍,자르기,simplify,smooth,regularize,orthogonalize,generalize,holes,clip</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>A new or empty folder; it appears when all pictures are written.</source>
      <translation>새 폴더 또는 빈 폴더. 모든 그림을 쓴 뒤에 나타납니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>Adds ground to the shorter sides.</source>
      <translation>짧은 쪽에 땅을 더합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>As nodata or transparent.</source>
      <translation>nodata 또는 투명으로.</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>Cut out instances</source>
      <translation>인스턴스 오려 내기</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>Cuts one picture per polygon out of rasters, into a folder per category, with an index as CSV and JSON. Every picture knows its place on the map.

Look at what was found, sort pictures into folders of kinds and train a classifier from them, or hand them to other programs: most read a folder per category.</source>
      <translation>래스터에서 폴리곤마다 그림 하나를 오려 범주별 폴더에 넣고 CSV와 JSON 색인을 함께 씁니다. 모든 그림은 지도에서의 위치를 압니다.

찾은 것을 살펴보거나, 그림을 종류별 폴더로 나누어 분류기를 학습시키거나, 다른 프로그램에 넘기세요. 대부분 범주별 폴더를 읽습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>Folder for the pictures</source>
      <translation>그림을 둘 폴더</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>Names parted by semicolons. Left empty, all.</source>
      <translation>세미콜론으로 나눈 이름. 비워 두면 모두.</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>Number of pictures</source>
      <translation>그림 수</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>Square</source>
      <translation>정사각형</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>The longer side of a picture. Left empty, the raster's own pixels are kept.</source>
      <translation>그림의 긴 변. 비워 두면 래스터의 픽셀을 그대로 씁니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>cut-outs,crops,thumbnails,classification,dataset,images</source>
      <translation>오려 내기,잘라 내기,썸네일,분류,데이터셋,이미지,cut-outs,crops,thumbnails,dataset</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>tif keeps all bands and values; png and jpg have 8 bits.</source>
      <translation>tif는 모든 밴드와 값을 지킵니다. png와 jpg는 8비트입니다.</translation>
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
      <location filename="../algorithms/export_labels.py" />
      <source>All files (*.*)</source>
      <translation>모든 파일 (*.*)</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>COCO,YOLO,VOC,LabelMe,VIA,annotation,mask,convert</source>
      <translation>COCO,YOLO,VOC,LabelMe,VIA,주석,마스크,변환,annotation,mask,convert</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Choose either a file or a folder to write to.</source>
      <translation>쓸 곳으로 파일이나 폴더 중 하나를 고르세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Choose one of the formats: {names}.</source>
      <translation>다음 형식 중 하나를 고르세요: {names}.</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Export labels</source>
      <translation>라벨 내보내기</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>File</source>
      <translation>파일</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>For coco (.json), via (.json, .csv), vector (.gpkg, .geojson, .shp), raster (.tif, .png).</source>
      <translation>coco (.json), via (.json, .csv), vector (.gpkg, .geojson, .shp), raster (.tif, .png)일 때.</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>For yolo, voc and labelme; for coco and raster, one file per image. A new or empty one.</source>
      <translation>yolo, voc, labelme일 때. coco와 raster는 이미지마다 파일 하나. 새 폴더 또는 빈 폴더.</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Labels, footprints or any other polygons.</source>
      <translation>라벨, 풋프린트 또는 다른 어떤 폴리곤.</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Left empty, the first whose name is likely.</source>
      <translation>비워 두면 이름이 그럴듯한 첫 필드.</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Number of labels</source>
      <translation>라벨 수</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Or folder</source>
      <translation>또는 폴더</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Other programs look for the images there.</source>
      <translation>다른 프로그램은 그곳에서 이미지를 찾습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Put the rasters into the folder as well</source>
      <translation>래스터도 폴더에 넣기</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Where they are</source>
      <translation>있는 곳</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Writes labels, or any polygons, in the format of another program: COCO, YOLO, Pascal VOC, LabelMe, VGG Image Annotator, vector files and rasters of labels.

What a format cannot hold, such as labels that lie on one another in Pascal VOC, is told. Labels that reach over the edge of their raster are cut there.</source>
      <translation>라벨이나 어떤 폴리곤이든 다른 프로그램의 형식으로 씁니다: COCO, YOLO, Pascal VOC, LabelMe, VGG Image Annotator, 벡터 파일, 라벨 래스터.

Pascal VOC에서 서로 겹친 라벨처럼 형식이 담지 못하는 것은 알려 줍니다. 래스터 가장자리를 넘는 라벨은 그곳에서 자릅니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>{format} keeps labels in the pixels of images: choose the rasters.</source>
      <translation>{format}은(는) 라벨을 이미지의 픽셀로 보관합니다. 래스터를 고르세요.</translation>
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
      <location filename="../algorithms/history.py" />
      <source>Folder</source>
      <translation>폴더</translation>
    </message>
    <message>
      <location filename="../algorithms/history.py" />
      <source>List runs</source>
      <translation>실행 목록</translation>
    </message>
    <message>
      <location filename="../algorithms/history.py" />
      <source>Lists the trainings, evaluations and predictions in a folder and the folders below it, with their scores, counts, areas and times, into a table. The settings are there as JSON, and the command line that does the run again.

The docks keep their runs in the folder runs beside the project, and so does the toolbox while the project is open. Otherwise predictions of the toolbox are kept in their run folder, if they were given one.</source>
      <translation>폴더와 그 아래 폴더에 있는 학습, 평가, 예측을 점수, 개수, 면적, 시간과 함께 표로 보여 줍니다. 설정은 JSON으로, 다시 실행하는 명령줄도 함께 들어 있습니다.

독은 프로젝트 옆의 runs 폴더에 실행을 보관하고, 프로젝트가 열려 있는 동안에는 도구 상자도 그렇게 합니다. 그렇지 않으면 도구 상자의 예측은 실행 폴더를 지정했을 때 그 폴더에 보관됩니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/history.py" />
      <source>No training, evaluation or prediction is kept there.</source>
      <translation>그곳에는 학습, 평가, 예측이 없습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/history.py" />
      <source>Number of runs</source>
      <translation>실행 수</translation>
    </message>
    <message>
      <location filename="../algorithms/history.py" />
      <source>Runs</source>
      <translation>실행</translation>
    </message>
    <message>
      <location filename="../algorithms/history.py" />
      <source>Stopped; no table was written</source>
      <translation>중지했습니다. 표를 쓰지 않았습니다</translation>
    </message>
    <message>
      <location filename="../algorithms/history.py" />
      <source>The folder that holds the runs, such as the folder runs of a project.</source>
      <translation>실행이 들어 있는 폴더. 예: 프로젝트의 runs 폴더.</translation>
    </message>
    <message>
      <location filename="../algorithms/history.py" />
      <source>There is no folder {path}.</source>
      <translation>{path} 폴더가 없습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/history.py" />
      <source>runs,compare,log,records</source>
      <translation>실행,비교,로그,기록,runs,compare,log,records</translation>
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
      <location filename="../algorithms/import_labels.py" />
      <source>Brings labels of other programs onto the map: COCO, YOLO, Pascal VOC, LabelMe, VGG Image Annotator, vector files and rasters of labels.

Labels of images need the rasters that they were drawn on, which are found by their file names; what does not match is told. Without rasters, labels keep the pixel coordinates of their images, and the field raster names them.

In the Labels dock, Import labels puts them into the project.</source>
      <translation>다른 프로그램의 라벨을 지도로 가져옵니다: COCO, YOLO, Pascal VOC, LabelMe, VGG Image Annotator, 벡터 파일, 라벨 래스터.

이미지의 라벨에는 그것을 그린 래스터가 필요하며 파일 이름으로 찾습니다. 맞지 않는 것은 알려 줍니다. 래스터가 없으면 라벨은 이미지의 픽셀 좌표를 지니고 raster 필드에 이미지 이름이 들어갑니다.

라벨 독에서는 “라벨 가져오기”가 프로젝트에 넣습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Category of labels that have none</source>
      <translation>범주가 없는 라벨의 범주</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Choose either a file or a folder with labels.</source>
      <translation>라벨이 든 파일이나 폴더 중 하나를 고르세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Field with the category</source>
      <translation>범주 필드</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>File with labels</source>
      <translation>라벨이 있는 파일</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>For formats of many files: YOLO, Pascal VOC, LabelMe, masks.</source>
      <translation>파일이 많은 형식일 때: YOLO, Pascal VOC, LabelMe, 마스크.</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Images without their raster</source>
      <translation>래스터를 찾지 못한 이미지</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Import labels</source>
      <translation>라벨 가져오기</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Labels left out</source>
      <translation>뺀 라벨</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Of a folder for YOLO, its data.yaml. A path of a folder works too.</source>
      <translation>YOLO 폴더는 그 안의 data.yaml. 폴더 경로도 됩니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Of vector files and VGG Image Annotator. Left empty, the first whose name is likely.</source>
      <translation>벡터 파일과 VGG Image Annotator의 필드. 비워 두면 이름이 그럴듯한 첫 필드.</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Or folder with labels</source>
      <translation>또는 라벨이 든 폴더</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Such as roof. Left empty, they stay without.</source>
      <translation>예: roof. 비워 두면 범주 없이 둡니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>{path} does not exist.</source>
      <translation>{path}이(가) 없습니다.</translation>
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
      <location filename="../algorithms/instance_parameters.py" />
      <source>Footprints, labels or any other polygons, in any coordinate system.</source>
      <translation>풋프린트, 라벨 또는 다른 어떤 폴리곤. 좌표계는 무엇이든 됩니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/instance_parameters.py" />
      <source>Only these categories</source>
      <translation>이 범주만</translation>
    </message>
    <message>
      <location filename="../algorithms/instance_parameters.py" />
      <source>The field that names the category. Left empty, the field category where there is one.</source>
      <translation>범주의 이름이 담긴 필드. 비워 두면 category 필드가 있을 때 그 필드.</translation>
    </message>
    <message>
      <location filename="../algorithms/label_formats.py" />
      <source>All rasters in it and in the folders below it are looked at as well.</source>
      <translation>그 안과 아래 폴더의 모든 래스터도 살펴봅니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/label_formats.py" />
      <source>Folder with rasters</source>
      <translation>래스터가 든 폴더</translation>
    </message>
    <message>
      <location filename="../algorithms/label_formats.py" />
      <source>Numbers in rasters of labels</source>
      <translation>라벨 래스터의 번호</translation>
    </message>
    <message>
      <location filename="../algorithms/label_formats.py" />
      <source>The rasters that the labels were drawn on; they are found by their file names.</source>
      <translation>라벨을 그린 래스터. 파일 이름으로 찾습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/label_formats.py" />
      <source>category: each number is a category. label: each number is one label. auto: as the raster looks.</source>
      <translation>category: 번호마다 범주 하나. label: 번호마다 라벨 하나. auto: 래스터를 보고 정합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/label_formats.py" />
      <source>coco: COCO JSON. yolo: a folder for YOLO segmentation. voc: masks of Pascal VOC. labelme: JSON per image. via: VGG Image Annotator. vector: GeoPackage, GeoJSON, shapefile. raster: pixels that are numbers of labels.</source>
      <translation>coco: COCO JSON. yolo: YOLO 분할 폴더. voc: Pascal VOC 마스크. labelme: 이미지마다 JSON. via: VGG Image Annotator. vector: GeoPackage, GeoJSON, 셰이프파일. raster: 픽셀이 라벨 번호인 래스터.</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>A polygon covers every pixel that it touches, not only those whose center it covers.</source>
      <translation>중심을 덮는 픽셀뿐 아니라 닿는 모든 픽셀을 덮는 것으로 봅니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>All touched pixels</source>
      <translation>닿는 모든 픽셀</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Colors of categories</source>
      <translation>범주의 색</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Field with the score</source>
      <translation>점수 필드</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Fill the rest with</source>
      <translation>나머지를 채울 값</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>For a raster of scores. Left empty, the field score.</source>
      <translation>점수 래스터일 때. 비워 두면 score 필드.</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>It must be a file on this computer.</source>
      <translation>이 컴퓨터의 파일이어야 합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Keep</source>
      <translation>남길 것</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Mask a raster</source>
      <translation>래스터 마스크</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Masked raster</source>
      <translation>마스크한 래스터</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Names parted by semicolons; they are numbered so. Left empty, all.</source>
      <translation>세미콜론으로 나눈 이름. 이 순서대로 번호를 매깁니다. 비워 두면 모두.</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Number of polygons on the raster</source>
      <translation>래스터 위의 폴리곤 수</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Raster</source>
      <translation>래스터</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Such as roof=#e69f00; tree=#009e73</source>
      <translation>예: roof=#e69f00; tree=#009e73</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Takes the background away from a raster: what lies outside the polygons, or inside, becomes nodata, transparent or a number of yours.

Or writes a raster of what the polygons say: the number of their category (with a color table), of their row, or their score. Where they overlap, the smaller lies on top, or the one with the higher score.

A polygon covers the pixels whose center lies in it.</source>
      <translation>래스터에서 배경을 없앱니다. 폴리곤 밖이나 안이 nodata, 투명 또는 지정한 숫자가 됩니다.

또는 폴리곤이 말하는 것을 래스터로 씁니다: 범주 번호(색상표 포함), 행 번호 또는 점수. 겹치는 곳에서는 작은 것 또는 점수가 높은 것이 위에 놓입니다.

폴리곤은 중심이 그 안에 있는 픽셀을 덮습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>What to write</source>
      <translation>무엇을 쓸지</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Which pixels of the raster stay.</source>
      <translation>래스터에서 남는 픽셀.</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Write it like this: roof=#e69f00; tree=#009e73</source>
      <translation>이렇게 쓰세요: roof=#e69f00; tree=#009e73</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>background,subtract,clip,extract,rasterize,nodata,transparent</source>
      <translation>배경,빼기,자르기,추출,래스터화,nodata,투명,background,subtract,clip,extract,rasterize</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>nodata, transparent or a number.</source>
      <translation>nodata, transparent 또는 숫자.</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>pixels: the raster itself. class, instance, score: what the polygons say.</source>
      <translation>pixels: 래스터 자체. class, instance, score: 폴리곤이 말하는 것.</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>“{part}” gives no category a color</source>
      <translation>“{part}”은(는) 범주에 색을 주지 않습니다</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>“{text}” is neither nodata nor transparent nor a number.</source>
      <translation>“{text}”은(는) nodata도 transparent도 숫자도 아닙니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Adds the shape of every polygon to its attributes: area and perimeter on the ellipsoid, length and width, orientation, elongation, compactness, convexity, holes.

With rasters it also adds what the pixels below hold, band by band, with brightness and color indices. A pixel counts by the share of it that the polygon covers.</source>
      <translation>모든 폴리곤의 속성에 모양을 더합니다: 타원체 위의 면적과 둘레, 길이와 너비, 방향, 신장도, 조밀도, 볼록도, 구멍 수.

래스터를 주면 그 아래 픽셀의 값도 밴드별로 더하고, 밝기와 색 지수도 더합니다. 픽셀은 폴리곤이 덮은 비율만큼 셉니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Bands and texture are measured on a raster. Choose one, or leave them out.</source>
      <translation>밴드와 텍스처는 래스터에서 잽니다. 래스터를 고르거나 둘을 빼세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Contrast, homogeneity and entropy of gray levels that lie side by side.</source>
      <translation>나란히 놓인 회색 단계의 대비, 균질도, 엔트로피.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Footprints, labels or any other polygons. All of their fields are kept.</source>
      <translation>풋프린트, 라벨 또는 다른 어떤 폴리곤. 필드는 모두 그대로 둡니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>From 0 to 100. Left empty, none.</source>
      <translation>0에서 100까지. 비워 두면 없음.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Left empty, only shapes are measured. Of several, the one that a polygon's field raster names.</source>
      <translation>비워 두면 모양만 잽니다. 여럿이면 폴리곤의 raster 필드가 가리키는 것을 씁니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Measure polygons</source>
      <translation>폴리곤 재기</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Measured polygons</source>
      <translation>잰 폴리곤</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Percentiles</source>
      <translation>백분위수</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Percentiles are measured on a raster. Choose one, or leave them out.</source>
      <translation>백분위수는 래스터에서 잽니다. 래스터를 고르거나 백분위수를 빼세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Texture</source>
      <translation>텍스처</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Which bands, and what they are called, such as red=1,green=2,blue=3,nir=4. Left empty, all.</source>
      <translation>어떤 밴드를 어떤 이름으로 쓸지. 예: red=1,green=2,blue=3,nir=4. 비워 두면 모두.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Write names and numbers from 1, such as red=1,green=2,blue=3,nir=4.</source>
      <translation>이름과 1부터 센 번호를 쓰세요. 예: red=1,green=2,blue=3,nir=4.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Write numbers from 0 to 100, such as 10,50,90.</source>
      <translation>0에서 100까지의 숫자를 쓰세요. 예: 10,50,90.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>zonal statistics,morphology,area,perimeter,NDVI,texture,GLCM</source>
      <translation>구역 통계,형태,면적,둘레,NDVI,텍스처,GLCM,zonal statistics,morphology,area,perimeter,texture</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>“{text}” are no percentiles</source>
      <translation>“{text}”은(는) 백분위수가 아닙니다</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>“{text}” names no bands</source>
      <translation>“{text}”에는 밴드 번호가 없습니다</translation>
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
      <source>Rasters</source>
      <translation>래스터</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Score thresholds of categories</source>
      <translation>범주별 점수 임계값</translation>
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
      <location filename="../algorithms/project_history.py" />
      <source>The history of the project lacks this run: {cause}.</source>
      <translation>프로젝트 기록에 이 실행이 빠졌습니다: {cause}.</translation>
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
      <location filename="../algorithms/save_tiles.py" />
      <source>A new or empty folder. Several rasters get a folder each in it.</source>
      <translation>새 폴더 또는 빈 폴더. 래스터가 여럿이면 그 안에 하나씩 폴더를 만듭니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Columns of tiles. Give the rows as well.</source>
      <translation>타일의 열 수. 행 수도 지정하세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Divides rasters into tiles and saves each as a file that lies where its pixels lay. “Put tiles together” makes the raster of them again, bit for bit.

Give rows and columns, or a tile size. Given neither, tiles of about {size} × {size} pixels are saved.</source>
      <translation>래스터를 타일로 나누어 하나하나를 제자리에 놓이는 파일로 저장합니다. “타일 합치기”는 그것으로 래스터를 비트까지 똑같이 되돌립니다.

행과 열, 또는 타일 크기를 지정하세요. 둘 다 없으면 약 {size} × {size} 픽셀의 타일로 저장합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Folder for the tiles</source>
      <translation>타일을 둘 폴더</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Folder of tiles</source>
      <translation>타일 폴더</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Instead of rows and columns: the side of a square tile.</source>
      <translation>행과 열 대신: 정사각형 타일의 변.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Makes one raster again of the tiles that “Save tiles as files” wrote. Tiles may have been changed meanwhile by other programs, all in the same way, as long as they keep their size and name.</source>
      <translation>“타일을 파일로 저장”이 쓴 타일로 다시 래스터 하나를 만듭니다. 크기와 이름이 그대로이고 모두 같은 방식이라면, 그사이 다른 프로그램이 타일을 바꾸었어도 됩니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Number of tiles</source>
      <translation>타일 수</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Pixels that neighboring tiles share.</source>
      <translation>이웃 타일이 함께 쓰는 픽셀 수.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Put tiles together</source>
      <translation>타일 합치기</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Rows and columns and a tile size were given, and only one can hold</source>
      <translation>행과 열, 타일 크기를 모두 지정했는데 하나만 쓸 수 있습니다</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Rows and columns belong together, and only one of them was given</source>
      <translation>행과 열은 함께 지정해야 하는데 하나만 지정했습니다</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Rows of tiles. Give the columns as well.</source>
      <translation>타일의 행 수. 열 수도 지정하세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Save tiles as files</source>
      <translation>타일을 파일로 저장</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>The folder with the tiles of one raster and their list, tiles.json.</source>
      <translation>한 래스터의 타일과 그 목록 tiles.json이 든 폴더.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>The folder {folder} is not empty. Choose a new one, so that nothing in it is mixed up.</source>
      <translation>{folder} 폴더가 비어 있지 않습니다. 안에 있는 것과 섞이지 않도록 새 폴더를 고르세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>tif keeps everything that the raster has. png holds up to four bands, jpg changes pixels a little.</source>
      <translation>tif는 래스터가 지닌 모든 것을 지킵니다. png는 밴드 네 개까지 담고, jpg는 픽셀을 조금 바꿉니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>tile,merge,mosaic,join</source>
      <translation>타일,병합,모자이크,합치기,tile,merge,mosaic,join</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>tile,split,cut,divide,retile,export</source>
      <translation>타일,나누기,자르기,분할,내보내기,tile,split,cut,divide,retile,export</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>{folder} holds no tiles. Choose a folder that “Save tiles as files” wrote.</source>
      <translation>{folder}에 타일이 없습니다. “타일을 파일로 저장”이 쓴 폴더를 고르세요.</translation>
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
      <location filename="../algorithms/shape_changes.py" />
      <source>Corners are rounded off, at most so far from each.</source>
      <translation>모서리마다 많아야 이 거리 안에서 둥글게 합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/shape_changes.py" />
      <source>Fill holes up to (m²)</source>
      <translation>메울 구멍의 크기(m²)</translation>
    </message>
    <message>
      <location filename="../algorithms/shape_changes.py" />
      <source>For buildings: walls become straight and run along or across the building. Round ones stay.</source>
      <translation>건물용: 벽이 곧아지고 건물을 따라 또는 가로질러 놓입니다. 둥근 것은 그대로 둡니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/shape_changes.py" />
      <source>Holes up to this size are filled.</source>
      <translation>이 크기까지의 구멍을 메웁니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/shape_changes.py" />
      <source>How far right angles may move a wall. Left empty, a tenth of the building's side, and a metre at most.</source>
      <translation>직각이 벽을 옮길 수 있는 거리. 비워 두면 건물 변의 10분의 1, 많아야 1미터입니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/shape_changes.py" />
      <source>Move walls by at most (m)</source>
      <translation>벽을 옮길 최대 거리(m)</translation>
    </message>
    <message>
      <location filename="../algorithms/shape_changes.py" />
      <source>Right angles</source>
      <translation>직각</translation>
    </message>
    <message>
      <location filename="../algorithms/shape_changes.py" />
      <source>Smooth corners within (m)</source>
      <translation>모서리를 둥글게 하는 거리(m)</translation>
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

Areas come from the field area_m2 where the layer has it; else they are measured on the ellipsoid.

With an area or rasters the engine tells densities as well; it also writes the size histogram, a file for other programs, and a report with charts and maps.</source>
      <translation>범주마다 풋프린트를 세고 덮은 땅을 더해 표로 씁니다. 라벨과 다른 폴리곤 레이어에도 됩니다.

레이어에 area_m2 필드가 있으면 면적을 거기서 가져오고, 없으면 타원체 위에서 잽니다.

영역이나 래스터를 주면 엔진이 밀도도 알려 줍니다. 크기 히스토그램, 다른 프로그램용 파일, 차트와 지도가 있는 보고서도 씁니다.</translation>
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
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>A table with a row per bar: from, to, and how many are as large as that.</source>
      <translation>막대마다 한 행인 표: 부터, 까지, 그만한 크기의 개수.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>Bars of the size histogram</source>
      <translation>크기 히스토그램의 막대</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>Colors of categories in the report</source>
      <translation>보고서에 쓸 범주의 색</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>Counts as a file</source>
      <translation>개수를 파일로</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>One page with charts and maps that needs no network.</source>
      <translation>차트와 지도가 있는 한 페이지. 네트워크가 필요 없습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>Only what lies in these polygons is counted, and how many there are per hectare of them.</source>
      <translation>이 폴리곤 안에 있는 것만 세고, 그 헥타르당 몇 개인지 알려 줍니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>Size histogram</source>
      <translation>크기 히스토그램</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>Such as roof=#e69f00; tree=#009e73. Left empty, those of the layer.</source>
      <translation>예: roof=#e69f00; tree=#009e73. 비워 두면 레이어의 색.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>The counts for other programs: .json, with sizes, or .csv.</source>
      <translation>다른 프로그램을 위한 개수: 크기가 함께 든 .json, 또는 .csv.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>Their ground is what densities count on; the report shows them as maps.</source>
      <translation>밀도는 이 래스터의 땅을 기준으로 셉니다. 보고서에는 지도로 보입니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>Where they begin and end in m², such as 0,50,100,200. Left empty, they are chosen from the sizes.</source>
      <translation>막대가 시작하고 끝나는 m². 예: 0,50,100,200. 비워 두면 크기를 보고 정합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>About how long the side of an area is. Left empty, what the model looks at in one piece.</source>
      <translation>영역 변의 대략적인 길이. 비워 두면 모델이 한 번에 보는 크기.</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>How many areas are suggested.</source>
      <translation>제안할 영역의 수.</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>How many places are looked at, spread evenly. More take longer and find better ones.</source>
      <translation>고르게 퍼뜨려 살펴볼 곳의 수. 많을수록 오래 걸리지만 더 나은 곳을 찾습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>Number of areas</source>
      <translation>영역 수</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>Places to look at</source>
      <translation>살펴볼 곳</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>Polygons inside which everything is labeled; those whose field role says predict do not count.</source>
      <translation>안의 모든 것에 라벨이 달린 폴리곤. role 필드가 predict인 것은 세지 않습니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>Ranks ground that is not labeled by how much a model would learn from labels there: where it is unsure, and where the ground looks otherwise than what is labeled. Each area after the first is of another kind than those before it.

Label everything in the first few areas, make them areas with the role train, and train again.</source>
      <translation>라벨이 없는 땅을, 거기에 라벨을 달면 모델이 얼마나 배울지에 따라 순위를 매깁니다: 모델이 자신 없는 곳, 그리고 라벨이 있는 곳과 달라 보이는 곳. 두 번째부터는 앞의 것들과 다른 종류의 영역입니다.

처음 몇 영역 안의 모든 것에 라벨을 달고, 역할을 train으로 하여 다시 학습하세요.</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>Run folder of a prediction</source>
      <translation>예측의 실행 폴더</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>Side of an area (m)</source>
      <translation>영역의 변(m)</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>The areas with rank, score, uncertainty, difference and raster.</source>
      <translation>순위, 점수, 불확실성, 차이, 래스터가 있는 영역.</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>The folder in which a prediction with this model kept its fields: then all places are compared.</source>
      <translation>이 모델로 예측하면서 필드를 남긴 폴더. 지정하면 모든 곳을 비교합니다.</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>What is labeled already.</source>
      <translation>이미 라벨이 달린 것.</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>Where to label next</source>
      <translation>다음에 라벨을 달 곳</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>active learning,uncertainty,entropy,labels,areas,next</source>
      <translation>능동 학습,불확실성,엔트로피,라벨,영역,active learning,uncertainty,entropy,labels,areas,next</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>{folder} holds no prediction. Choose the run folder of a prediction that kept its fields.</source>
      <translation>{folder}에 예측이 없습니다. 필드를 보관한 예측의 실행 폴더를 고르세요.</translation>
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
      <source>End after so many epochs without a better score</source>
      <translation>점수가 나아지지 않는 에포크가 이만큼 이어지면 끝냄</translation>
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
      <source>The folder in which a prediction kept its fields.</source>
      <translation>예측이 필드를 보관한 폴더.</translation>
    </message>
    <message>
      <location filename="../algorithms/vectorize.py" />
      <source>threshold,outline,polygonize,simplify</source>
      <translation>임계값,윤곽,폴리곤화,단순화,threshold,outline,polygonize,simplify</translation>
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
      <source>Draw at least {n} labels of {category}.</source>
      <translation>{category} 라벨을 {n}개 이상 그리세요.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Draw one more label of {category}.</source>
      <translation>{category} 라벨을 하나 더 그리세요.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Draw {n} more labels of {category}.</source>
      <translation>{category} 라벨을 {n}개 더 그리세요.</translation>
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
      <source>Ready to train. {n} or more labels of {category} will do better.</source>
      <translation>학습할 준비가 되었습니다. {category} 라벨이 {n}개 이상이면 더 좋습니다.</translation>
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
      <location filename="../docks/append_dialog.py" />
      <source>A file that is not in the project yet; it is added to it.</source>
      <translation>아직 프로젝트에 없는 파일. 프로젝트에 추가됩니다.</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Add the fields category and score where the layer lacks them</source>
      <translation>레이어에 category와 score 필드가 없으면 더하기</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/append_dialog.py" />
      <source>Add the {n} footprints that are shown to this layer:</source>
      <translation>
        <numerusform>보이는 풋프린트 {n}개를 이 레이어에 더하기:</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>All files (*)</source>
      <translation>모든 파일 (*)</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Append</source>
      <translation>덧붙이기</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Append footprints to a layer</source>
      <translation>풋프린트를 레이어에 덧붙이기</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Append to a file</source>
      <translation>파일에 덧붙이기</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Choose a file of polygons that may be written to, such as a GeoPackage or a Shapefile.</source>
      <translation>GeoPackage나 셰이프파일처럼 쓸 수 있는 폴리곤 파일을 고르세요.</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Choose another file.</source>
      <translation>다른 파일을 고르세요.</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Drag the one that you mean into QGIS, then choose it from the list.</source>
      <translation>원하는 것을 QGIS로 끌어다 놓은 뒤 목록에서 고르세요.</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Fields are matched by their names, coordinates are transformed. Nothing is saved: the layer stays in edit mode, where Undo takes all of it back.</source>
      <translation>필드는 이름으로 맞추고 좌표는 변환합니다. 아무것도 저장하지 않습니다. 레이어는 편집 상태로 남으며, 실행 취소로 모두 되돌릴 수 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>File…</source>
      <translation>파일…</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Layer</source>
      <translation>레이어</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>No polygons can be added to {name}.</source>
      <translation>{name}에는 폴리곤을 더할 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Vector files (*.gpkg *.shp *.geojson *.fgb *.sqlite)</source>
      <translation>벡터 파일 (*.gpkg *.shp *.geojson *.fgb *.sqlite)</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>{name} holds several layers.</source>
      <translation>{name}에 레이어가 여럿 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>{name} is the file that the footprints on the map come from.</source>
      <translation>{name}은(는) 지도에 있는 풋프린트가 들어 있는 바로 그 파일입니다.</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/append_dialog.py" />
      <source>{n} footprints were added to {layer}, which is in edit mode now: save its edits, or undo them.</source>
      <translation>
        <numerusform>풋프린트 {n}개를 지금 편집 상태인 {layer}에 더했습니다. 편집을 저장하거나 실행 취소하세요.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/append_dialog.py" />
      <source>{n} lie where its map has no coordinates.</source>
      <translation>
        <numerusform>{n}개는 그 지도에 좌표가 없는 곳에 있습니다.</numerusform>
      </translation>
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
      <location filename="../docks/camera_dialog.py" />
      <source>0 is the first camera of this computer, 1 the second. A video file or the address of a stream, such as rtsp://192.168.1.20/live, works as well.</source>
      <translation>0은 이 컴퓨터의 첫 번째 카메라, 1은 두 번째입니다. 동영상 파일이나 rtsp://192.168.1.20/live 같은 스트림 주소도 됩니다.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>1 frame was taken.</source>
      <translation>프레임 1개를 가져왔습니다.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Camera</source>
      <translation>카메라</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Camera, video or address</source>
      <translation>카메라, 동영상 또는 주소</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Choose a folder for the frames.</source>
      <translation>프레임을 둘 폴더를 고르세요.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Choose a video</source>
      <translation>동영상 고르기</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Close</source>
      <translation>닫기</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>DeepSeg is at work; STOP is in its docks.</source>
      <translation>DeepSeg가 작업 중입니다. 중지 버튼은 DeepSeg 독에 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Ends it; the frames are kept.</source>
      <translation>끝냅니다. 프레임은 남습니다.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Keeps frames of what is seen.</source>
      <translation>보이는 것의 프레임을 보관합니다.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Lets go of the camera.</source>
      <translation>카메라를 놓아줍니다.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Live; nothing is kept yet.</source>
      <translation>실시간 화면. 아직 아무것도 보관하지 않았습니다.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Opening {source}…</source>
      <translation>{source} 여는 중…</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Opening…</source>
      <translation>여는 중…</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Say which camera, video or address.</source>
      <translation>어떤 카메라, 동영상 또는 주소인지 지정하세요.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Set up DeepSeg first, with the button in its docks.</source>
      <translation>먼저 DeepSeg 독에 있는 버튼으로 DeepSeg를 설정하세요.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Shows what is seen; nothing is kept.</source>
      <translation>보이는 것을 보여 줍니다. 아무것도 보관하지 않습니다.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Videos</source>
      <translation>동영상</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Video…</source>
      <translation>동영상…</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>What the camera sees is shown here.</source>
      <translation>카메라가 보는 것이 여기에 나타납니다.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>{n} frames were taken.</source>
      <translation>프레임 {n}개를 가져왔습니다.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>■ Hide</source>
      <translation>■ 숨기기</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>■ Stop</source>
      <translation>■ 중지</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>▶ Show</source>
      <translation>▶ 보기</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>● Take frames</source>
      <translation>● 프레임 가져오기</translation>
    </message>
    <message>
      <location filename="../docks/camera_form.py" />
      <source>A frame every</source>
      <translation>프레임 간격</translation>
    </message>
    <message>
      <location filename="../docks/camera_form.py" />
      <source>every picture</source>
      <translation>모든 그림</translation>
    </message>
    <message>
      <location filename="../docks/camera_form.py" />
      <source>until I stop</source>
      <translation>중지할 때까지</translation>
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
      <location filename="../docks/clear_control.py" />
      <source>There is nothing to bring back: the project has been saved or closed since.</source>
      <translation>되돌릴 것이 없습니다. 그 뒤에 프로젝트를 저장했거나 닫았습니다.</translation>
    </message>
    <message>
      <location filename="../docks/clear_control.py" />
      <source>Undo</source>
      <translation>실행 취소</translation>
    </message>
    <message>
      <location filename="../docks/clear_control.py" />
      <source>Undo clearing</source>
      <translation>지우기 취소</translation>
    </message>
    <message>
      <location filename="../docks/clear_control.py" />
      <source>Undo clearing: bring the polygons back as they were.</source>
      <translation>지우기 취소: 폴리곤을 있던 그대로 되돌립니다.</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/clear_control.py" />
      <source>{n} footprints were taken off the map.</source>
      <translation>
        <numerusform>풋프린트 {n}개를 지도에서 뺐습니다.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/comparison_table.py" />
      <source>Runs side by side</source>
      <translation>실행 나란히 보기</translation>
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
      <source>It is not known how large the ground of these images is.</source>
      <translation>이 이미지들의 땅이 얼마나 넓은지 알 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/count_chart.py" />
      <source>It is not known how much ground they cover.</source>
      <translation>덮은 땅이 얼마나 넓은지 알 수 없습니다.</translation>
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
      <location filename="../docks/cutting_buttons.py" />
      <source>Make one raster of the tiles in a folder, also after another program has changed them.</source>
      <translation>폴더의 타일로 래스터 하나를 만듭니다. 다른 프로그램이 바꾼 타일이어도 됩니다.</translation>
    </message>
    <message>
      <location filename="../docks/cutting_buttons.py" />
      <source>Put tiles together…</source>
      <translation>타일 합치기…</translation>
    </message>
    <message>
      <location filename="../docks/cutting_buttons.py" />
      <source>Save each tile as a file that lies where its pixels lay.</source>
      <translation>각 타일을 제자리에 놓이는 파일로 저장합니다.</translation>
    </message>
    <message>
      <location filename="../docks/cutting_buttons.py" />
      <source>Save tiles…</source>
      <translation>타일 저장…</translation>
    </message>
    <message>
      <location filename="../docks/dock.py" />
      <source>Drop {name} on the dock Labels.</source>
      <translation>{name}은(는) 라벨 독에 끌어다 놓으세요.</translation>
    </message>
    <message>
      <location filename="../docks/dock.py" />
      <source>Drop {name} on the dock Prediction: it takes frames.</source>
      <translation>{name}은(는) 예측 독에 끌어다 놓으세요. 그곳에서 프레임을 가져옵니다.</translation>
    </message>
    <message>
      <location filename="../docks/dock.py" />
      <source>Folders inside it hold more rasters ({n}): drop those folders as well.</source>
      <translation>그 안의 폴더에 래스터가 더 있습니다({n}개). 그 폴더도 끌어다 놓으세요.</translation>
    </message>
    <message>
      <location filename="../docks/dock.py" />
      <source>Make or open a project first, in the dock Labels; then drop the rasters again.</source>
      <translation>먼저 라벨 독에서 프로젝트를 만들거나 여세요. 그런 다음 래스터를 다시 끌어다 놓으세요.</translation>
    </message>
    <message>
      <location filename="../docks/dock.py" />
      <source>One file of labels is taken at a time; a folder full of them by “Import labels…” &gt; “Folder…”.</source>
      <translation>라벨 파일은 한 번에 하나씩 받습니다. 폴더 전체는 “라벨 가져오기…” &gt; “폴더…”로 가져오세요.</translation>
    </message>
    <message>
      <location filename="../docks/dock.py" />
      <source>There is nothing in it that DeepSeg reads.</source>
      <translation>DeepSeg가 읽는 것이 들어 있지 않습니다.</translation>
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
      <source>All runs side by side: settings, scores and times.</source>
      <translation>모든 실행을 나란히: 설정, 점수, 시간.</translation>
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
      <source>History…</source>
      <translation>기록…</translation>
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
      <source>Add them to a layer of yours, which you can undo there until you save it.</source>
      <translation>내 레이어에 더합니다. 저장하기 전까지 그곳에서 실행 취소할 수 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/export.py" />
      <source>Append to a layer…</source>
      <translation>레이어에 덧붙이기…</translation>
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
      <source>The export was stopped; no file was written.</source>
      <translation>내보내기를 중지했습니다. 파일을 쓰지 않았습니다.</translation>
    </message>
    <message>
      <location filename="../docks/export.py" />
      <source>Write the footprints that are shown into a file for other programs.</source>
      <translation>보이는 풋프린트를 다른 프로그램을 위한 파일로 씁니다.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>A GeoTIFF per raster whose pixels number the labels, and a table of what they mean.</source>
      <translation>픽셀이 라벨 번호인 래스터별 GeoTIFF와, 그 뜻을 적은 표.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>A JSON file per raster. Labels with holes become masks of pixels.</source>
      <translation>래스터마다 JSON 파일. 구멍이 있는 라벨은 픽셀 마스크가 됩니다.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>A folder with data.yaml and a text file per raster, as Ultralytics reads it.</source>
      <translation>Ultralytics가 읽는 것처럼 data.yaml과 래스터마다 텍스트 파일이 있는 폴더.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>A project for VIA 2, or with the ending .csv its annotations alone.</source>
      <translation>VIA 2용 프로젝트. 확장자가 .csv이면 주석만.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>In map coordinates. A GeoPackage keeps the categories and their colors as a table.</source>
      <translation>지도 좌표. GeoPackage는 범주와 그 색을 표로 지킵니다.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>Label rasters (GeoTIFF)</source>
      <translation>라벨 래스터(GeoTIFF)</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>Labels with holes become masks of pixels; colors are kept.</source>
      <translation>구멍이 있는 라벨은 픽셀 마스크가 됩니다. 색은 지킵니다.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>Masks with a palette. Where labels lie on one another, the smaller one has the pixels.</source>
      <translation>팔레트가 있는 마스크. 라벨이 겹치는 곳에서는 작은 것이 픽셀을 차지합니다.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>The project's labels, on all of its rasters, for another program.</source>
      <translation>프로젝트의 모든 래스터 위의 라벨을 다른 프로그램을 위해 씁니다.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>This folder is not empty. Choose a new one, or empty it.</source>
      <translation>이 폴더는 비어 있지 않습니다. 새 폴더를 고르거나 비우세요.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>Write to</source>
      <translation>쓸 곳</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>labels</source>
      <translation>라벨</translation>
    </message>
    <message>
      <location filename="../docks/export_menu.py" />
      <source>Cut rasters and labels into pieces that other programs train from: YOLO, COCO, masks or ArcGIS.</source>
      <translation>래스터와 라벨을 다른 프로그램이 학습에 쓰는 조각으로 자릅니다: YOLO, COCO, 마스크 또는 ArcGIS.</translation>
    </message>
    <message>
      <location filename="../docks/export_menu.py" />
      <source>Labels…</source>
      <translation>라벨…</translation>
    </message>
    <message>
      <location filename="../docks/export_menu.py" />
      <source>There are no labels yet.</source>
      <translation>아직 라벨이 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/export_menu.py" />
      <source>Training data for other programs…</source>
      <translation>다른 프로그램을 위한 학습 데이터…</translation>
    </message>
    <message>
      <location filename="../docks/export_menu.py" />
      <source>Write labels, or pictures with their labels, for other programs.</source>
      <translation>라벨 또는 라벨이 있는 사진을 다른 프로그램을 위해 씁니다.</translation>
    </message>
    <message>
      <location filename="../docks/export_menu.py" />
      <source>Write the labels for another program: COCO, YOLO, Pascal VOC and more.</source>
      <translation>라벨을 다른 프로그램을 위해 씁니다: COCO, YOLO, Pascal VOC 등.</translation>
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
      <location filename="../docks/history_desk.py" />
      <source>The model {path} is not there any more; choose another one.</source>
      <translation>{path} 모델이 더는 그곳에 없습니다. 다른 것을 고르세요.</translation>
    </message>
    <message>
      <location filename="../docks/history_desk.py" />
      <source>The settings of {run} are in the dock {dock}. Change what you like, then begin.</source>
      <translation>{run}의 설정이 {dock} 독에 들어 있습니다. 바꾸고 싶은 것을 바꾼 뒤 시작하세요.</translation>
    </message>
    <message>
      <location filename="../docks/history_desk.py" />
      <source>as the dock Prediction shows them</source>
      <translation>예측 독에 보이는 대로</translation>
    </message>
    <message>
      <location filename="../docks/history_desk.py" />
      <source>score from {percent}</source>
      <translation>점수 {percent}부터</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Again, with other settings…</source>
      <translation>다른 설정으로 다시…</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>All runs</source>
      <translation>모든 실행</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Copy command line</source>
      <translation>명령줄 복사</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>For a terminal, a script or another computer.</source>
      <translation>터미널, 스크립트 또는 다른 컴퓨터를 위해.</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>History</source>
      <translation>기록</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Nothing has been run yet: trainings, evaluations and predictions come here by themselves.</source>
      <translation>아직 실행한 것이 없습니다. 학습, 평가, 예측이 저절로 여기에 들어옵니다.</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Open its folder</source>
      <translation>폴더 열기</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Pick a run to see all of its settings; pick several, with Ctrl, to see them side by side.</source>
      <translation>실행을 하나 고르면 모든 설정이 보이고, Ctrl로 여럿을 고르면 나란히 보입니다.</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Puts its settings into the dock, where you change them and begin.</source>
      <translation>설정을 독에 넣습니다. 거기서 바꾸고 시작하세요.</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Run</source>
      <translation>실행</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Save table…</source>
      <translation>표 저장…</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Table</source>
      <translation>표</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>The table is in {path}.</source>
      <translation>표는 {path}에 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Time</source>
      <translation>시간</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>What</source>
      <translation>무엇</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>When</source>
      <translation>시각</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Which runs</source>
      <translation>어떤 실행</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/history_dialog.py" />
      <source>{n} command lines were copied.</source>
      <translation>
        <numerusform>명령줄 {n}개를 복사했습니다.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>{path} cannot be written: {cause}.</source>
      <translation>{path}에 쓸 수 없습니다: {cause}.</translation>
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
      <location filename="../docks/history_words.py" />
      <source>Batch</source>
      <translation>배치</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Computed with</source>
      <translation>계산 백엔드</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>End early after</source>
      <translation>일찍 끝내기</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>F1 of each category</source>
      <translation>범주별 F1</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Family</source>
      <translation>종류</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Fill holes up to</source>
      <translation>메울 구멍의 크기</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Footprints ({condition})</source>
      <translation>풋프린트({condition})</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Ground that they cover ({condition})</source>
      <translation>덮은 땅({condition})</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Keep what redrawing needs</source>
      <translation>다시 그리는 데 필요한 것 보관</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Prediction</source>
      <translation>예측</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Scores</source>
      <translation>점수</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Settings</source>
      <translation>설정</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Settings that differ</source>
      <translation>다른 설정</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Simplify by</source>
      <translation>단순화 거리</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Smooth within</source>
      <translation>둥글게 하는 거리</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Start from</source>
      <translation>시작점</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Training</source>
      <translation>학습</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>all</source>
      <translation>전체</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>done</source>
      <translation>끝남</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>failed</source>
      <translation>실패</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>no</source>
      <translation>아니요</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>not finished</source>
      <translation>끝나지 않음</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>stopped</source>
      <translation>중지됨</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>yes</source>
      <translation>예</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/history_words.py" />
      <source>{first} and {n} more</source>
      <translation>
        <numerusform>{first} 외 {n}개</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>{h} h {minutes} min</source>
      <translation>{h}시간 {minutes}분</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>{minutes} min {s} s</source>
      <translation>{minutes}분 {s}초</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>{s} s</source>
      <translation>{s}초</translation>
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
      <source>Take frames from a camera, a video or a stream, with a live picture.</source>
      <translation>카메라, 동영상 또는 스트림에서 실시간 화면을 보며 프레임을 가져옵니다.</translation>
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
      <location filename="../docks/image_section.py" />
      <source>{placed} has coordinates and {other} has none. Predict in them one after the other: untick one kind.</source>
      <translation>{placed}에는 좌표가 있고 {other}에는 없습니다. 한 종류의 선택을 풀고 차례로 예측하세요.</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>1 polygon will become a label.</source>
      <translation>폴리곤 1개가 라벨이 됩니다.</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>All files (*);;Vector files (*.gpkg *.geojson *.json *.shp *.kml *.gml *.fgb);;COCO, LabelMe, VIA (*.json *.csv);;YOLO (*.yaml *.yml);;Label rasters (*.tif *.tiff *.png)</source>
      <translation>모든 파일 (*);;벡터 파일 (*.gpkg *.geojson *.json *.shp *.kml *.gml *.fgb);;COCO, LabelMe, VIA (*.json *.csv);;YOLO (*.yaml *.yml);;라벨 래스터 (*.tif *.tiff *.png)</translation>
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
      <source>Folder with labels</source>
      <translation>라벨이 든 폴더</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Folder…</source>
      <translation>폴더…</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>For labels in many files: YOLO, Pascal VOC, LabelMe, masks.</source>
      <translation>파일이 많은 라벨일 때: YOLO, Pascal VOC, LabelMe, 마스크.</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Import</source>
      <translation>가져오기</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Labels of another program are read first, and matched with the project's rasters by file name. You are asked before they are added.</source>
      <translation>다른 프로그램의 라벨은 먼저 읽어 프로젝트의 래스터와 파일 이름으로 맞춥니다. 더하기 전에 묻습니다.</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Polygons of</source>
      <translation>폴리곤 원본</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Polygons of a file or layer, or labels of another program, become labels. They are copied.</source>
      <translation>파일이나 레이어의 폴리곤, 또는 다른 프로그램의 라벨이 라벨이 됩니다. 복사해 옵니다.</translation>
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
      <source>no field: all become {category}</source>
      <translation>필드 없음: 모두 {category}</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>the labels themselves</source>
      <translation>라벨 자체</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>{n} polygons will become labels.</source>
      <translation>폴리곤 {n}개가 라벨이 됩니다.</translation>
    </message>
    <message>
      <location filename="../docks/label_exchange.py" />
      <source>1 label was read. Add it to the project?</source>
      <translation>라벨 1개를 읽었습니다. 프로젝트에 더할까요?</translation>
    </message>
    <message>
      <location filename="../docks/label_exchange.py" />
      <source>1 label was written to {path}.</source>
      <translation>라벨 1개를 {path}에 썼습니다.</translation>
    </message>
    <message>
      <location filename="../docks/label_exchange.py" />
      <source>Open folder</source>
      <translation>폴더 열기</translation>
    </message>
    <message>
      <location filename="../docks/label_exchange.py" />
      <source>and {n} more categories</source>
      <translation>외 범주 {n}개</translation>
    </message>
    <message>
      <location filename="../docks/label_exchange.py" />
      <source>without a category</source>
      <translation>범주 없음</translation>
    </message>
    <message>
      <location filename="../docks/label_exchange.py" />
      <source>{n} labels were read. Add them to the project?</source>
      <translation>라벨 {n}개를 읽었습니다. 프로젝트에 더할까요?</translation>
    </message>
    <message>
      <location filename="../docks/label_exchange.py" />
      <source>{n} labels were written to {path}.</source>
      <translation>라벨 {n}개를 {path}에 썼습니다.</translation>
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
      <source>Make or open a project first; then drop the labels again.</source>
      <translation>먼저 프로젝트를 만들거나 여세요. 그런 다음 라벨을 다시 끌어다 놓으세요.</translation>
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
      <source>A label that the model found, but with a lower score than the score threshold.</source>
      <translation>모델이 찾았지만 점수가 점수 임계값보다 낮은 라벨.</translation>
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
      <location filename="../docks/placeless_offer.py" />
      <source>It is that of the project, {crs}</source>
      <translation>프로젝트의 좌표계 {crs}입니다</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/placeless_offer.py" />
      <source>{n} rasters say where they lie, but not in which coordinate system.</source>
      <translation>
        <numerusform>래스터 {n}개는 놓인 곳을 말하지만 어느 좌표계인지는 말하지 않습니다.</numerusform>
      </translation>
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
      <source>Compare…</source>
      <translation>비교…</translation>
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
      <source>Past predictions</source>
      <translation>지난 예측</translation>
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
      <source>Edits that are not saved come back with Undo only.</source>
      <translation>저장하지 않은 편집은 실행 취소로만 돌아옵니다.</translation>
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
      <source>This cannot be undone. Labels that were made of its footprints stay.</source>
      <translation>되돌릴 수 없습니다. 풋프린트로 만든 라벨은 남습니다.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Undo brings them back until the QGIS project is saved. Their files stay on disk; History shows them again.</source>
      <translation>QGIS 프로젝트를 저장하기 전까지는 실행 취소로 되돌릴 수 있습니다. 파일은 디스크에 남으며 기록에서 다시 볼 수 있습니다.</translation>
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
      <source>Add {n} rasters</source>
      <translation>래스터 {n}개 추가</translation>
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
      <source>1 area</source>
      <translation>영역 1개</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>1 footprint</source>
      <translation>풋프린트 1개</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>1 label</source>
      <translation>라벨 1개</translation>
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
      <source>Kept, labels and areas stay in the project, but nothing can be learned from them without a raster. Files on disk stay in any case, those of predictions too.</source>
      <translation>남겨 두면 라벨과 영역은 프로젝트에 있지만, 래스터 없이는 거기서 아무것도 배울 수 없습니다. 예측 파일을 포함해 디스크의 파일은 어느 쪽이든 남습니다.</translation>
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
      <source>Remove the raster only</source>
      <translation>래스터만 빼기</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Remove the rasters only</source>
      <translation>래스터만 빼기</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Remove them too</source>
      <translation>그것도 빼기</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Remove {name} from the project? Only on it: {parts}.</source>
      <translation>{name}을(를) 프로젝트에서 뺄까요? 여기에만 있는 것: {parts}.</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Remove {n} rasters from the project? Only on them: {parts}.</source>
      <translation>래스터 {n}개를 프로젝트에서 뺄까요? 여기에만 있는 것: {parts}.</translation>
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
      <source>{n} areas</source>
      <translation>영역 {n}개</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>{n} footprints</source>
      <translation>풋프린트 {n}개</translation>
    </message>
    <message>
      <location filename="../docks/raster_adding.py" />
      <source>{names}: without coordinates, while the labels of this project have some ({crs}). Labels on them are not learned from: make a project of their own for them.</source>
      <translation>{names}: 좌표가 없는데 이 프로젝트의 라벨에는 좌표가 있습니다({crs}). 그 위의 라벨은 학습에 쓰이지 않으니 따로 프로젝트를 만드세요.</translation>
    </message>
    <message>
      <location filename="../docks/raster_adding.py" />
      <source>{name} is in the project already.</source>
      <translation>{name}은(는) 이미 프로젝트에 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/raster_adding.py" />
      <source>{n} more files could not be added either.</source>
      <translation>파일 {n}개를 더 추가할 수 없었습니다.</translation>
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
      <source>Take the picked rasters out of the project. Their files stay on disk.</source>
      <translation>고른 래스터들을 프로젝트에서 뺍니다. 파일은 디스크에 남습니다.</translation>
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
      <source>Rasters without coordinates lie on one another. The picked one is shown.</source>
      <translation>좌표가 없는 래스터는 서로 겹쳐 놓입니다. 고른 것만 보입니다.</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Add shape, colors and texture of every footprint to its attributes.</source>
      <translation>모든 풋프린트의 속성에 모양, 색, 텍스처를 더합니다.</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Add the kind of every footprint, and how sure the classifier is of it.</source>
      <translation>모든 풋프린트의 종류와 분류기의 확신을 더합니다.</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Clean shapes…</source>
      <translation>모양 다듬기…</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Cut out…</source>
      <translation>오려 내기…</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Learn to sort footprints into kinds, from those whose kind is known.</source>
      <translation>종류를 아는 풋프린트로부터 종류별로 분류하는 법을 배웁니다.</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Mask the raster…</source>
      <translation>래스터 마스크…</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Measure…</source>
      <translation>재기…</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>One picture per footprint, in a folder per category, with an index.</source>
      <translation>풋프린트마다 그림 하나를 범주별 폴더에 색인과 함께 둡니다.</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Simplify, smooth or square the outlines; neighbors keep the walls they share.</source>
      <translation>윤곽선을 단순하게, 매끄럽게 또는 직각으로 만듭니다. 이웃은 함께 쓰는 벽을 지킵니다.</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Sort into kinds…</source>
      <translation>종류별로 분류…</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Take the background away, or write a raster of categories, instances or scores.</source>
      <translation>배경을 없애거나 범주, 인스턴스, 점수의 래스터를 씁니다.</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Train a classifier…</source>
      <translation>분류기 학습…</translation>
    </message>
    <message>
      <location filename="../docks/results_section.py" />
      <source>All images</source>
      <translation>모든 이미지</translation>
    </message>
    <message>
      <location filename="../docks/results_section.py" />
      <source>Nothing was chosen.</source>
      <translation>아무것도 고르지 않았습니다.</translation>
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
      <source>Tools</source>
      <translation>도구</translation>
    </message>
    <message>
      <location filename="../docks/results_section.py" />
      <source>Which image is meant?</source>
      <translation>어느 이미지인가요?</translation>
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
    <message>
      <location filename="../docks/results_section.py" />
      <source>Which layer of footprints is meant?</source>
      <translation>어느 풋프린트 레이어인가요?</translation>
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
      <source>Accepted footprints become labels of your project, rejected ones fade. Those near the score threshold teach the model most. Keys, while this tab is in front: N next, B back, Y accept, X reject, E edit, S split, M merge.</source>
      <translation>받아들인 풋프린트는 프로젝트의 라벨이 되고, 거부한 것은 흐려집니다. 점수 임계값에 가까운 것이 모델을 가장 많이 가르칩니다. 이 탭이 앞에 있을 때의 키: N 다음, B 이전, Y 받아들이기, X 거부, E 편집, S 나누기, M 합치기.</translation>
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
      <source>Cut it in two with QGIS's own tool, where two things were taken for one.</source>
      <translation>둘을 하나로 본 곳에서 QGIS 자체 도구로 둘로 자릅니다.</translation>
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
      <source>Join it with others where one thing was taken for several: select these on the map, then merge.</source>
      <translation>하나를 여럿으로 본 곳에서 다른 것과 합칩니다. 지도에서 그것들을 선택한 뒤 합치세요.</translation>
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
      <source>Merge (M)</source>
      <translation>합치기 (M)</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Merge the footprint with others</source>
      <translation>풋프린트를 다른 것과 합치기</translation>
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
      <source>Shift-click those that belong to it, then Merge again</source>
      <translation>함께 속하는 것을 Shift 키를 누른 채 누르고 합치기를 다시 누르세요</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Split (S)</source>
      <translation>나누기 (S)</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Split the footprint</source>
      <translation>풋프린트 나누기</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>This footprint lies where the project's map has no coordinates.</source>
      <translation>이 풋프린트는 프로젝트의 지도에 좌표가 없는 곳에 있습니다.</translation>
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
      <source>draw a line across it and end it with a right click; Next saves the parts</source>
      <translation>가로질러 선을 그리고 오른쪽 버튼으로 끝내세요. 다음을 누르면 조각이 저장됩니다</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>merged; accept it when it is right</source>
      <translation>합쳤습니다. 맞으면 받아들이세요</translation>
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
      <source>For buildings: straight walls, along or across each building. Round ones stay.</source>
      <translation>건물용: 건물을 따라 또는 가로질러 곧은 벽. 둥근 것은 그대로 둡니다.</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>How far an outline may move when its sides are straightened; 0 keeps the edges of the pixels.</source>
      <translation>변을 곧게 할 때 윤곽이 움직일 수 있는 거리. 0이면 픽셀의 가장자리를 그대로 둡니다.</translation>
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
    <message>
      <location filename="../docks/shape_form.py" />
      <source>none</source>
      <translation>없음</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>not at all</source>
      <translation>하지 않음</translation>
    </message>
    <message>
      <location filename="../docks/size_chart.py" />
      <source>How many footprints are how large</source>
      <translation>크기별 풋프린트 수</translation>
    </message>
    <message>
      <location filename="../docks/size_chart.py" />
      <source>Number by size in m²</source>
      <translation>크기별 개수(m²)</translation>
    </message>
    <message>
      <location filename="../docks/size_chart.py" />
      <source>The size of no footprint that is shown is known.</source>
      <translation>보이는 풋프린트 가운데 크기를 아는 것이 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/size_chart.py" />
      <source>{begin} to {end} m²</source>
      <translation>{begin}에서 {end} m²</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>A table for spreadsheets: a row per category and image.</source>
      <translation>스프레드시트용 표: 범주와 이미지마다 한 행.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>All numbers with the sizes, for programs.</source>
      <translation>프로그램을 위한, 크기까지 포함한 모든 숫자.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>CSV</source>
      <translation>CSV</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>CSV…</source>
      <translation>CSV…</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>Check in the plugin manager that DeepSeg and Processing are switched on.</source>
      <translation>플러그인 관리자에서 DeepSeg와 Processing이 켜져 있는지 확인하세요.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>DeepSeg: saving statistics</source>
      <translation>DeepSeg: 통계 저장 중</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>JSON</source>
      <translation>JSON</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>JSON…</source>
      <translation>JSON…</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>One page with charts and maps, to look at or to send.</source>
      <translation>보거나 보낼 수 있는, 차트와 지도가 있는 한 페이지.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>Open</source>
      <translation>열기</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>Report…</source>
      <translation>보고서…</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>Save</source>
      <translation>저장</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>Save statistics</source>
      <translation>통계 저장</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>The algorithm {id} is not there.</source>
      <translation>{id} 알고리즘이 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>The statistics are in {path}.</source>
      <translation>통계는 {path}에 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>Write these numbers into a file, or a report with charts and maps.</source>
      <translation>이 숫자를 파일로, 또는 차트와 지도가 있는 보고서로 씁니다.</translation>
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
      <source>Density</source>
      <translation>밀도</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>Ground covered</source>
      <translation>덮은 땅</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>How many footprints are how large.</source>
      <translation>어떤 크기의 풋프린트가 몇 개인지.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>How many footprints each category has.</source>
      <translation>범주마다 풋프린트가 몇 개인지.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>How many there are per hectare of the images, whole rectangles.</source>
      <translation>이미지의 사각형 전체를 기준으로 헥타르당 몇 개인지.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>How much ground the footprints of each category cover.</source>
      <translation>범주마다 풋프린트가 덮은 땅의 넓이.</translation>
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
      <source>Sizes</source>
      <translation>크기</translation>
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
      <location filename="../docks/statistics_tab.py" />
      <source>What the chart shows</source>
      <translation>차트가 보여 주는 것</translation>
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
      <location filename="../docks/suggest_section.py" />
      <source>Add it to the areas with the role train; then label everything inside.</source>
      <translation>역할이 train인 영역에 더합니다. 그런 다음 안의 모든 것에 라벨을 다세요.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>All suggested areas have been looked at. Train again, then let areas be found anew.</source>
      <translation>제안한 영역을 모두 살펴보았습니다. 다시 학습한 뒤 영역을 새로 찾으세요.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Area {rank} of {n}</source>
      <translation>영역 {rank} / {n}</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Areas in which the model in use is unsure, or which look otherwise than what you have labeled: labels there teach it most. Each area is of another kind than those before it.</source>
      <translation>쓰고 있는 모델이 자신 없거나, 라벨을 단 것과 달라 보이는 영역: 여기에 단 라벨이 모델을 가장 많이 가르칩니다. 각 영역은 앞의 것들과 다른 종류입니다.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Check that the disk has room.</source>
      <translation>디스크에 공간이 있는지 확인하세요.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Find areas</source>
      <translation>영역 찾기</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>How many areas</source>
      <translation>영역의 수</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>It is a training area: label everything inside.</source>
      <translation>학습 영역입니다. 안의 모든 것에 라벨을 다세요.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Leave it out and go to the next one.</source>
      <translation>빼고 다음으로 갑니다.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Let the model in use say where it would learn most.</source>
      <translation>쓰고 있는 모델에게 어디서 가장 많이 배울지 묻습니다.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Make it a training area</source>
      <translation>학습 영역으로 만들기</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Nothing was suggested yet. Train a model first; then it can say where it would learn most.</source>
      <translation>아직 제안한 것이 없습니다. 먼저 모델을 학습하세요. 그러면 어디서 가장 많이 배울지 알려 줄 수 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Nothing was suggested yet. “Find areas” asks the model in use where it would learn most.</source>
      <translation>아직 제안한 것이 없습니다. “영역 찾기”를 누르면 사용 중인 모델이 어디서 가장 많이 배울지 알려 줍니다.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Now label everything inside this area, then go to the next one. Undo takes the area back.</source>
      <translation>이제 이 영역 안의 모든 것에 라벨을 단 뒤 다음으로 가세요. 실행 취소하면 영역을 되돌립니다.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Show the next area on the map.</source>
      <translation>다음 영역을 지도에 보여 줍니다.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Skip</source>
      <translation>건너뛰기</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>The folder {folder} cannot be made.</source>
      <translation>{folder} 폴더를 만들 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>areas</source>
      <translation>개 영역</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>skipped</source>
      <translation>건너뜀</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>unsure {unsure} · looks otherwise {other}</source>
      <translation>불확실 {unsure} · 달라 보임 {other}</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/suggest_section.py" />
      <source>{n} areas are left. Next shows the first one.</source>
      <translation>
        <numerusform>영역 {n}개가 남았습니다. 다음을 누르면 첫 번째를 보여 줍니다.</numerusform>
      </translation>
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
      <location filename="../docks/tool_menu.py" />
      <source>Switch on the plugin “Processing” under Plugins &gt; Manage and Install Plugins, then try again.</source>
      <translation>플러그인 &gt; 플러그인 관리 및 설치에서 “Processing” 플러그인을 켠 뒤 다시 해 보세요.</translation>
    </message>
    <message>
      <location filename="../docks/tool_menu.py" />
      <source>What else can be made of what is shown.</source>
      <translation>보이는 것으로 더 할 수 있는 것.</translation>
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
      <source>Outside all areas and not used: {labels}.</source>
      <translation>모든 영역 밖이라 쓰이지 않는 라벨: {labels}.</translation>
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
      <source>Training failed after epoch {epoch}: {why} What was learned is kept; RESUME goes on.</source>
      <translation>에포크 {epoch} 뒤에 학습이 실패했습니다: {why} 배운 것은 남아 있으며 “이어서 학습”으로 계속할 수 있습니다.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Training failed before its first epoch was done: {why}</source>
      <translation>첫 에포크가 끝나기 전에 학습이 실패했습니다: {why}</translation>
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
      <source>LOOKING AT GROUND</source>
      <translation>땅을 살펴보는 중</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>PREDICTING</source>
      <translation>예측 중</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>READING LABELS</source>
      <translation>라벨 읽는 중</translation>
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
      <source>TAKING FRAMES</source>
      <translation>프레임 가져오는 중</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>TRAINING</source>
      <translation>학습 중</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>WRITING LABELS</source>
      <translation>라벨 쓰는 중</translation>
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
      <source>the frames so far are kept</source>
      <translation>지금까지의 프레임은 남아 있습니다</translation>
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
      <source>{n} / ha</source>
      <translation>{n} / ha</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>{n} / km²</source>
      <translation>{n} / km²</translation>
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
      <location filename="../engine_client/model_card.py" />
      <source>This model sorts footprints into kinds; it finds nothing in a raster: {path}</source>
      <translation>이 모델은 풋프린트를 종류별로 분류하는 것으로, 래스터에서는 아무것도 찾지 못합니다: {path}</translation>
    </message>
    <message>
      <location filename="../engine_client/model_card.py" />
      <source>Use it with “Sort footprints into kinds”, or choose a model that was trained to find things.</source>
      <translation>“풋프린트를 종류별로 분류”에 쓰거나, 무언가를 찾도록 학습한 모델을 고르세요.</translation>
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
      <source>Close what else has the folder open, then evaluate again.</source>
      <translation>그 폴더를 열어 둔 다른 것을 닫고 다시 평가하세요.</translation>
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
      <source>{path} cannot be kept beside a newer one: {cause}.</source>
      <translation>{path}을(를) 더 새로운 것 옆에 남겨 둘 수 없습니다: {cause}.</translation>
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
      <location filename="../layers/category_copy.py" />
      <source>Check that there is room left on the disk.</source>
      <translation>디스크에 공간이 남아 있는지 확인하세요.</translation>
    </message>
    <message>
      <location filename="../layers/category_copy.py" />
      <source>{path} cannot be written: {reason}</source>
      <translation>{path}에 쓸 수 없습니다: {reason}</translation>
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
      <location filename="../layers/footprint_append.py" />
      <source>"{name}" and the footprints do not lie on the same map: one has a coordinate system.</source>
      <translation>"{name}"와(과) 풋프린트가 같은 지도에 있지 않습니다. 한쪽에만 좌표계가 있습니다.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_append.py" />
      <source>"{name}" takes no field {field}.</source>
      <translation>"{name}"에는 {field} 필드를 더할 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_append.py" />
      <source>Append footprints</source>
      <translation>풋프린트 덧붙이기</translation>
    </message>
    <message>
      <location filename="../layers/footprint_append.py" />
      <source>Choose a layer in the same coordinates, or give the layer its coordinate system.</source>
      <translation>같은 좌표의 레이어를 고르거나, 레이어에 좌표계를 지정하세요.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_append.py" />
      <source>Choose a layer of polygons that may be edited, such as a GeoPackage or a Shapefile.</source>
      <translation>GeoPackage나 셰이프파일처럼 편집할 수 있는 폴리곤 레이어를 고르세요.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_append.py" />
      <source>No polygons can be added to "{name}".</source>
      <translation>"{name}"에는 폴리곤을 더할 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_append.py" />
      <source>Untick the fields, or choose another layer.</source>
      <translation>필드 체크를 끄거나 다른 레이어를 고르세요.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>A footprint lies where the other coordinate system has no coordinates.</source>
      <translation>다른 좌표계에 좌표가 없는 곳에 풋프린트가 있습니다.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>Add the raster to the QGIS project, or export as GeoJSON.</source>
      <translation>래스터를 QGIS 프로젝트에 추가하거나 GeoJSON으로 내보내세요.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>COCO counts in pixels, and it is not known where the raster {name} is.</source>
      <translation>COCO는 픽셀로 세는데 래스터 {name}이(가) 어디 있는지 알 수 없습니다.</translation>
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
      <source>Choose one image above the tabs, or export as COCO JSON.</source>
      <translation>탭 위에서 이미지 하나를 고르거나 COCO JSON으로 내보내세요.</translation>
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
      <source>Some of the rasters have a place on Earth and others do not, so one GeoJSON cannot hold both.</source>
      <translation>일부 래스터에는 지구 위의 위치가 있고 일부에는 없으므로 하나의 GeoJSON에 함께 담을 수 없습니다.</translation>
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
      <location filename="../layers/footprint_merge.py" />
      <source>Mend it first, with Edit.</source>
      <translation>먼저 편집으로 고치세요.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_merge.py" />
      <source>Merge footprints</source>
      <translation>풋프린트 합치기</translation>
    </message>
    <message>
      <location filename="../layers/footprint_merge.py" />
      <source>Move an edge of one over the other first, with Edit.</source>
      <translation>먼저 편집으로 한쪽의 가장자리를 다른 쪽 위로 옮기세요.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_merge.py" />
      <source>One of these footprints is a label already, which would stay as it is.</source>
      <translation>이 풋프린트 중 하나는 이미 라벨이며, 그 라벨은 그대로 남습니다.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_merge.py" />
      <source>These footprints cannot be joined, because the outline of one crosses itself.</source>
      <translation>윤곽선이 스스로 교차하는 풋프린트가 있어 합칠 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_merge.py" />
      <source>These footprints do not touch, so they cannot become one.</source>
      <translation>이 풋프린트들은 서로 닿지 않아 하나가 될 수 없습니다.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_merge.py" />
      <source>Undo in the layer of labels takes it back.</source>
      <translation>라벨 레이어에서 실행 취소하면 되돌릴 수 있습니다.</translation>
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
      <source>That would be {n} tiles</source>
      <translation>타일이 {n}개가 됩니다</translation>
    </message>
    <message>
      <location filename="../layers/grid_layer.py" />
      <source>Tiles of {size} px cannot share {overlap} px with their neighbors</source>
      <translation>{size} px 타일은 이웃과 {overlap} px를 함께 쓸 수 없습니다</translation>
    </message>
    <message>
      <location filename="../layers/kind_style.py" />
      <source>not sorted</source>
      <translation>분류되지 않음</translation>
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
      <location filename="../layers/plain_rasters.py" />
      <source>Follow the names of rasters</source>
      <translation>래스터 이름 따라가기</translation>
    </message>
    <message>
      <location filename="../layers/plain_rasters.py" />
      <source>Note that they lie on {name}</source>
      <translation>{name} 위에 있음을 적어 두기</translation>
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
      <source>{source} cannot be opened as a layer of polygons</source>
      <translation>{source}을(를) 폴리곤 레이어로 열 수 없습니다</translation>
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
      <location filename="../layers/raster_belongings.py" />
      <source>Remove what belongs to {name}</source>
      <translation>{name}에 속하는 것 빼기</translation>
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
      <source>without a role</source>
      <translation>역할 없음</translation>
    </message>
    <message>
      <location filename="../layers/style.py" />
      <source>wrong: no label there (FP)</source>
      <translation>틀림: 라벨이 없음(FP)</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>Let areas be found anew, for the rasters of this project.</source>
      <translation>이 프로젝트의 래스터로 영역을 새로 찾으세요.</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>Let areas be found anew.</source>
      <translation>영역을 새로 찾으세요.</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>Make a training area</source>
      <translation>학습 영역 만들기</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>The suggestions and the project do not lie on the same map.</source>
      <translation>제안과 프로젝트가 같은 지도에 있지 않습니다.</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>This area lies where the project's map has no coordinates.</source>
      <translation>이 영역은 프로젝트의 지도에 좌표가 없는 곳에 있습니다.</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>difference (0 to 1)</source>
      <translation>차이(0에서 1)</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>disagreement (0 to 1)</source>
      <translation>불일치(0에서 1)</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>rank</source>
      <translation>순위</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>uncertainty (0 to 1)</source>
      <translation>불확실성(0에서 1)</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>what became of it</source>
      <translation>어떻게 되었는지</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>{path} cannot be opened.</source>
      <translation>{path}을(를) 열 수 없습니다.</translation>
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
      <source>All tools</source>
      <translation>모든 도구</translation>
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
