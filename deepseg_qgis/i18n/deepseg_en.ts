<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
  <context>
    <name>DeepSeg</name>
    <message>
      <location filename="../algorithms/base.py" />
      <source>Data</source>
      <translation>Data</translation>
    </message>
    <message>
      <location filename="../algorithms/base.py" />
      <source>DeepSeg made a mistake: {error}</source>
      <translation>DeepSeg made a mistake: {error}</translation>
    </message>
    <message>
      <location filename="../algorithms/base.py" />
      <source>Model</source>
      <translation>Model</translation>
    </message>
    <message>
      <location filename="../algorithms/base.py" />
      <source>Parameters</source>
      <translation>Parameters</translation>
    </message>
    <message>
      <location filename="../algorithms/base.py" />
      <source>Please report it with the log of this run.</source>
      <translation>Please report it with the log of this run.</translation>
    </message>
    <message>
      <location filename="../algorithms/base.py" />
      <source>Results</source>
      <translation>Results</translation>
    </message>
    <message>
      <location filename="../algorithms/base.py" />
      <source>Set-up</source>
      <translation>Set-up</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>0 for the first camera, the path of a video, or a URL that begins with rtsp:// or http://.</source>
      <translation>0 for the first camera, the path of a video, or a URL that begins with rtsp:// or http://.</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>0 keeps every picture. In a video, its own time counts.</source>
      <translation>0 keeps every picture. In a video, its own time counts.</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>A small picture of what is seen, written anew up to four times a second.</source>
      <translation>A small picture of what is seen, written anew up to four times a second.</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Camera, video or stream</source>
      <translation>Camera, video or stream</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Folder for the frames</source>
      <translation>Folder for the frames</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Format</source>
      <translation>Format</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Frames</source>
      <translation>Frames</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>It ends after so long without a picture.</source>
      <translation>It ends after so long without a picture.</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>It is made where it is missing; what lies there stays.</source>
      <translation>It is made where it is missing; what lies there stays.</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>JPEG (*.jpg)</source>
      <translation>JPEG (*.jpg)</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Left empty, until the video ends or you stop.</source>
      <translation>Left empty, until the video ends or you stop.</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Number of frames</source>
      <translation>Number of frames</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Patience (s)</source>
      <translation>Patience (s)</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Preview</source>
      <translation>Preview</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Seconds from frame to frame</source>
      <translation>Seconds from frame to frame</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Take frames from a camera or video</source>
      <translation>Take frames from a camera or video</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>Takes frames from a camera of this computer, a video file or a stream, and keeps each as a raster. Without a number of frames it goes on until the video ends, or until it is stopped. Frames that were taken are kept.

The network is used only for the address that you give.</source>
      <translation>Takes frames from a camera of this computer, a video file or a stream, and keeps each as a raster. Without a number of frames it goes on until the video ends, or until it is stopped. Frames that were taken are kept.

The network is used only for the address that you give.</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>camera,webcam,video,stream,rtsp,capture,photo,image</source>
      <translation>camera,webcam,video,stream,rtsp,capture,photo,image</translation>
    </message>
    <message>
      <location filename="../algorithms/capture.py" />
      <source>png loses nothing; jpg is smaller.</source>
      <translation>png loses nothing; jpg is smaller.</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Areas</source>
      <translation>Areas</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Categories with fewer labels than this cannot be learned.</source>
      <translation>Categories with fewer labels than this cannot be learned.</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Check labels</source>
      <translation>Check labels</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Choose the field that holds the category, or none.</source>
      <translation>Choose the field that holds the category, or none.</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Fewest labels per category</source>
      <translation>Fewest labels per category</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Findings</source>
      <translation>Findings</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Finds labels that would teach a model something wrong: invalid or empty polygons, labels drawn twice, overlaps within a category, labels off the rasters or outside the areas, labels that are too small at the rasters' resolution, labels without a category and categories with too few labels.

The result has one row per finding, with its kind, a message, the label and the repair that fits: make_valid, delete, clip, merge or none. The labels themselves are not changed; the dock Categories &amp; labels does the repairs.</source>
      <translation>Finds labels that would teach a model something wrong: invalid or empty polygons, labels drawn twice, overlaps within a category, labels off the rasters or outside the areas, labels that are too small at the rasters' resolution, labels without a category and categories with too few labels.

The result has one row per finding, with its kind, a message, the label and the repair that fits: make_valid, delete, clip, merge or none. The labels themselves are not changed; the dock Categories &amp; labels does the repairs.</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Labels</source>
      <translation>Labels</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Labels whose shorter side has fewer pixels than this are too small.</source>
      <translation>Labels whose shorter side has fewer pixels than this are too small.</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Left empty, all labels are of one category.</source>
      <translation>Left empty, all labels are of one category.</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Left empty, places and sizes are not checked.</source>
      <translation>Left empty, places and sizes are not checked.</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Number of findings</source>
      <translation>Number of findings</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Polygons around what is to be found, in any coordinate system.</source>
      <translation>Polygons around what is to be found, in any coordinate system.</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Polygons inside which everything is labeled. Left empty, labels may lie anywhere.</source>
      <translation>Polygons inside which everything is labeled. Left empty, labels may lie anywhere.</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Shortest side (px)</source>
      <translation>Shortest side (px)</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>Stopped before all labels were checked; nothing was written</source>
      <translation>Stopped before all labels were checked; nothing was written</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>{kind}: {n}. {example}</source>
      <translation>{kind}: {n}. {example}</translation>
    </message>
    <message>
      <location filename="../algorithms/check_labels.py" />
      <source>{layer} has no field “{field}”</source>
      <translation>{layer} has no field “{field}”</translation>
    </message>
    <message numerus="yes">
      <location filename="../algorithms/check_labels.py" />
      <source>{n} labels checked.</source>
      <translation>
        <numerusform>{n} label checked.</numerusform>
        <numerusform>{n} labels checked.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../algorithms/check_labels.py" />
      <source>{n} labels checked: everything is in order.</source>
      <translation>
        <numerusform>{n} label checked: everything is in order.</numerusform>
        <numerusform>{n} labels checked: everything is in order.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>A new or empty folder; it appears when all chips are written.</source>
      <translation>A new or empty folder; it appears when all chips are written.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Angles (°)</source>
      <translation>Angles (°)</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Bands</source>
      <translation>Bands</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Categories, or instances in each chip.</source>
      <translation>Categories, or instances in each chip.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Chips</source>
      <translation>Chips</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Chips to train</source>
      <translation>Chips to train</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Chips to validate</source>
      <translation>Chips to validate</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Chips without labels</source>
      <translation>Chips without labels</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Cuts rasters and labels into square pieces that other programs train from. DeepSeg itself needs none: it cuts its own while it trains.

yolo: what Ultralytics trains segmentation from. coco: images and COCO JSON. mask: GeoTIFFs and label rasters of the same names. arcgis: Classified Tiles of ArcGIS, or its RCNN Masks where masks number instances.

With areas, chips lie where everything is labeled, and ground outside is blank. Areas with the role validate become the part that validates; without them, whole blocks of ground do.</source>
      <translation>Cuts rasters and labels into square pieces that other programs train from. DeepSeg itself needs none: it cuts its own while it trains.

yolo: what Ultralytics trains segmentation from. coco: images and COCO JSON. mask: GeoTIFFs and label rasters of the same names. arcgis: Classified Tiles of ArcGIS, or its RCNN Masks where masks number instances.

With areas, chips lie where everything is labeled, and ground outside is blank. Areas with the role validate become the part that validates; without them, whole blocks of ground do.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Each chip is cut once for each of these angles, counterclockwise, such as 0, 90, 180, 270.</source>
      <translation>Each chip is cut once for each of these angles, counterclockwise, such as 0, 90, 180, 270.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Export training data (chips)</source>
      <translation>Export training data (chips)</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Folder for the chips</source>
      <translation>Folder for the chips</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Format of the pixels</source>
      <translation>Format of the pixels</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>From 0 to 1. Left empty, a tenth where there are areas, else none.</source>
      <translation>From 0 to 1. Left empty, a tenth where there are areas, else none.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>From the beginning of a chip to the next. Left empty, the size: chips lie side by side.</source>
      <translation>From the beginning of a chip to the next. Left empty, the size: chips lie side by side.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Give degrees, such as 0, 90, 180, 270.</source>
      <translation>Give degrees, such as 0, 90, 180, 270.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Labels in the chips</source>
      <translation>Labels in the chips</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Numbers in masks</source>
      <translation>Numbers in masks</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Seed</source>
      <translation>Seed</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Share of chips without labels</source>
      <translation>Share of chips without labels</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Share that validates</source>
      <translation>Share that validates</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Size (px)</source>
      <translation>Size (px)</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Smallest share of a label</source>
      <translation>Smallest share of a label</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Stride (px)</source>
      <translation>Stride (px)</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Such as 4,3,2. Left empty, all in tif, else the first three.</source>
      <translation>Such as 4,3,2. Left empty, all in tif, else the first three.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>The same number gives the same chips.</source>
      <translation>The same number gives the same chips.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>The share of a label that must lie in a chip to count there, from 0 (any piece) to 1.</source>
      <translation>The share of a label that must lie in a chip to count there, from 0 (any piece) to 1.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>The side of a chip.</source>
      <translation>The side of a chip.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Where no area has the role validate: the share of chips that validate, in whole blocks of ground.</source>
      <translation>Where no area has the role validate: the share of chips that validate, in whole blocks of ground.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>Which program shall read the folder.</source>
      <translation>Which program shall read the folder.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>chips,patches,export,COCO,YOLO,mask,dataset,training data</source>
      <translation>chips,patches,export,COCO,YOLO,mask,dataset,training data</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>tif keeps values and place. png and jpg have 8 bits. Left empty, tif for mask and arcgis, else png.</source>
      <translation>tif keeps values and place. png and jpg have 8 bits. Left empty, tif for mask and arcgis, else png.</translation>
    </message>
    <message>
      <location filename="../algorithms/chips.py" />
      <source>“{text}” are no angles</source>
      <translation>“{text}” are no angles</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Adds the fields subcategory and subcategory_score to footprints, with a classifier that “Train a classifier of footprints” wrote. All of their other fields are kept.

With a field that says what they really are, the log tells how many were right and which kinds were taken for each other.</source>
      <translation>Adds the fields subcategory and subcategory_score to footprints, with a classifier that “Train a classifier of footprints” wrote. All of their other fields are kept.

With a field that says what they really are, the log tells how many were right and which kinds were taken for each other.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Classifier</source>
      <translation>Classifier</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Field with the true kind</source>
      <translation>Field with the true kind</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Names parted by semicolons; others stay as they are. Left empty, all.</source>
      <translation>Names parted by semicolons; others stay as they are. Left empty, all.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Number of sorted footprints</source>
      <translation>Number of sorted footprints</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Only to tell how many were right.</source>
      <translation>Only to tell how many were right.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Share that is right</source>
      <translation>Share that is right</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Sort footprints into kinds</source>
      <translation>Sort footprints into kinds</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Sorted footprints</source>
      <translation>Sorted footprints</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>The file that “Train a classifier of footprints” wrote.</source>
      <translation>The file that “Train a classifier of footprints” wrote.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Views</source>
      <translation>Views</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>Ways to turn each picture, of which the mean is taken; each takes its time.</source>
      <translation>Ways to turn each picture, of which the mean is taken; each takes its time.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify.py" />
      <source>classification,subcategory,kinds,species,roof types</source>
      <translation>classification,subcategory,kinds,species,roof types</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Any encoder that timm knows. Left empty, tf_efficientnet_lite0.</source>
      <translation>Any encoder that timm knows. Left empty, tf_efficientnet_lite0.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>DeepSeg model (*.safetensors)</source>
      <translation>DeepSeg model (*.safetensors)</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Encoder</source>
      <translation>Encoder</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Ends after so many seconds; the best model so far is kept.</source>
      <translation>Ends after so many seconds; the best model so far is kept.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Epochs</source>
      <translation>Epochs</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Field with the kind</source>
      <translation>Field with the kind</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Footprints or labels. Left empty, a folder of pictures is used.</source>
      <translation>Footprints or labels. Left empty, a folder of pictures is used.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Give either polygons on rasters or a folder of pictures.</source>
      <translation>Give either polygons on rasters or a folder of pictures.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Ground around the polygon, as a share of its longer side.</source>
      <translation>Ground around the polygon, as a share of its longer side.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Hide what lies outside the polygon</source>
      <translation>Hide what lies outside the polygon</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>How often all labels are gone through; an epoch takes moments.</source>
      <translation>How often all labels are gone through; an epoch takes moments.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Learns to sort footprints into kinds, such as flat and gabled roofs, from a few dozen whose kind is known: polygons with a field that names it, or pictures in folders, one folder per kind.

Polygons whose field is empty are left out. Every label is tested once by a classifier that has not seen its ground; the log tells how many were right and which kinds were taken for each other.</source>
      <translation>Learns to sort footprints into kinds, such as flat and gabled roofs, from a few dozen whose kind is known: polygons with a field that names it, or pictures in folders, one folder per kind.

Polygons whose field is empty are left out. Every label is tested once by a classifier that has not seen its ground; the log tells how many were right and which kinds were taken for each other.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Mean recall of the kinds</source>
      <translation>Mean recall of the kinds</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Numbers from 1, such as 4,3,2. Left empty, all.</source>
      <translation>Numbers from 1, such as 4,3,2. Left empty, all.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>One folder per kind in it, as “Cut out instances” writes it.</source>
      <translation>One folder per kind in it, as “Cut out instances” writes it.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Or a folder of pictures</source>
      <translation>Or a folder of pictures</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Padding</source>
      <translation>Padding</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Polygons whose kind is known</source>
      <translation>Polygons whose kind is known</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Share that was sorted right</source>
      <translation>Share that was sorted right</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>The field that names the kind. Left empty, the field subcategory.</source>
      <translation>The field that names the kind. Left empty, the field subcategory.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>The model to write.</source>
      <translation>The model to write.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>The model {path} must end in .safetensors.</source>
      <translation>The model {path} must end in .safetensors.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>The rasters that show the polygons.</source>
      <translation>The rasters that show the polygons.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>The same seed gives the same model, on a CPU.</source>
      <translation>The same seed gives the same model, on a CPU.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>The side of what the network sees.</source>
      <translation>The side of what the network sees.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Time limit (s)</source>
      <translation>Time limit (s)</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Train a classifier of footprints</source>
      <translation>Train a classifier of footprints</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Turns polygons so that their longer side stands.</source>
      <translation>Turns polygons so that their longer side stands.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Upright</source>
      <translation>Upright</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>Where the ground around it says nothing of its kind.</source>
      <translation>Where the ground around it says nothing of its kind.</translation>
    </message>
    <message>
      <location filename="../algorithms/classify_train.py" />
      <source>classification,subcategory,kinds,species,roof types,learn</source>
      <translation>classification,subcategory,kinds,species,roof types,learn</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Changed</source>
      <translation>Changed</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Clean shapes</source>
      <translation>Clean shapes</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Dropped</source>
      <translation>Dropped</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Footprints, labels or any other polygons. All of their fields stay.</source>
      <translation>Footprints, labels or any other polygons. All of their fields stay.</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Keep inside</source>
      <translation>Keep inside</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Least overlap</source>
      <translation>Least overlap</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Makes outlines simpler or smoother, gives buildings straight walls and right angles, fills small holes, drops specks, and cuts off what lies outside an area. All fields are kept; areas and lengths are measured anew.

Polygons that share a wall share it afterwards too, and none comes to lie in another one. Where that cannot be had, or an outline would change too much, it stays as it was.</source>
      <translation>Makes outlines simpler or smoother, gives buildings straight walls and right angles, fills small holes, drops specks, and cuts off what lies outside an area. All fields are kept; areas and lengths are measured anew.

Polygons that share a wall share it afterwards too, and none comes to lie in another one. Where that cannot be had, or an outline would change too much, it stays as it was.</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Nothing would change. Choose right angles, or give one of the numbers.</source>
      <translation>Nothing would change. Choose right angles, or give one of the numbers.</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Number of polygons</source>
      <translation>Number of polygons</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Points that lie so near the outline are left out.</source>
      <translation>Points that lie so near the outline are left out.</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Polygons</source>
      <translation>Polygons</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Polygons; what lies outside of them is cut off.</source>
      <translation>Polygons; what lies outside of them is cut off.</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Right angles must leave so much of the outline before, from 0 to 1; else it stays as it was.</source>
      <translation>Right angles must leave so much of the outline before, from 0 to 1; else it stays as it was.</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Simplify outlines by (m)</source>
      <translation>Simplify outlines by (m)</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Smaller polygons, and smaller parts, are dropped.</source>
      <translation>Smaller polygons, and smaller parts, are dropped.</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>Smallest area (m²)</source>
      <translation>Smallest area (m²)</translation>
    </message>
    <message>
      <location filename="../algorithms/clean_shapes.py" />
      <source>simplify,smooth,regularize,orthogonalize,square,generalize,holes,clip</source>
      <translation>simplify,smooth,regularize,orthogonalize,square,generalize,holes,clip</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>A new or empty folder; it appears when all pictures are written.</source>
      <translation>A new or empty folder; it appears when all pictures are written.</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>Adds ground to the shorter sides.</source>
      <translation>Adds ground to the shorter sides.</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>As nodata or transparent.</source>
      <translation>As nodata or transparent.</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>Cut out instances</source>
      <translation>Cut out instances</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>Cuts one picture per polygon out of rasters, into a folder per category, with an index as CSV and JSON. Every picture knows its place on the map.

Look at what was found, sort pictures into folders of kinds and train a classifier from them, or hand them to other programs: most read a folder per category.</source>
      <translation>Cuts one picture per polygon out of rasters, into a folder per category, with an index as CSV and JSON. Every picture knows its place on the map.

Look at what was found, sort pictures into folders of kinds and train a classifier from them, or hand them to other programs: most read a folder per category.</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>Folder for the pictures</source>
      <translation>Folder for the pictures</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>Names parted by semicolons. Left empty, all.</source>
      <translation>Names parted by semicolons. Left empty, all.</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>Number of pictures</source>
      <translation>Number of pictures</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>Square</source>
      <translation>Square</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>The longer side of a picture. Left empty, the raster's own pixels are kept.</source>
      <translation>The longer side of a picture. Left empty, the raster's own pixels are kept.</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>cut-outs,crops,thumbnails,classification,dataset,images</source>
      <translation>cut-outs,crops,thumbnails,classification,dataset,images</translation>
    </message>
    <message>
      <location filename="../algorithms/cutouts.py" />
      <source>tif keeps all bands and values; png and jpg have 8 bits.</source>
      <translation>tif keeps all bands and values; png and jpg have 8 bits.</translation>
    </message>
    <message>
      <location filename="../algorithms/engine_algorithm.py" />
      <source>DeepSeg is not set up yet. Run the algorithm “Set up DeepSeg” (deepseg:setup) first.</source>
      <translation>DeepSeg is not set up yet. Run the algorithm “Set up DeepSeg” (deepseg:setup) first.</translation>
    </message>
    <message>
      <location filename="../algorithms/engine_algorithm.py" />
      <source>Epoch {epoch} of {n_epochs}: {numbers}</source>
      <translation>Epoch {epoch} of {n_epochs}: {numbers}</translation>
    </message>
    <message>
      <location filename="../algorithms/engine_algorithm.py" />
      <source>Written: {path}</source>
      <translation>Written: {path}</translation>
    </message>
    <message>
      <location filename="../algorithms/engine_algorithm.py" />
      <source>best so far</source>
      <translation>best so far</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Disk while it works (MB)</source>
      <translation>Disk while it works (MB)</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Estimate a prediction</source>
      <translation>Estimate a prediction</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Folder for the footprints</source>
      <translation>Folder for the footprints</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Free room on the disk (MB)</source>
      <translation>Free room on the disk (MB)</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>In words</source>
      <translation>In words</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Memory (MB)</source>
      <translation>Memory (MB)</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Says how many tiles a prediction has, how long it will take on this computer, and how much memory and disk. A few tiles are tried for that; nothing is written.

Give it what you are going to give to the prediction.</source>
      <translation>Says how many tiles a prediction has, how long it will take on this computer, and how much memory and disk. A few tiles are tried for that; nothing is written.

Give it what you are going to give to the prediction.</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Size of the footprints (MB)</source>
      <translation>Size of the footprints (MB)</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Tiles</source>
      <translation>Tiles</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Time (s)</source>
      <translation>Time (s)</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>Where the footprints will go: the free room of that disk is looked at.</source>
      <translation>Where the footprints will go: the free room of that disk is looked at.</translation>
    </message>
    <message>
      <location filename="../algorithms/estimate.py" />
      <source>time,duration,memory,disk,dry run</source>
      <translation>time,duration,memory,disk,dry run</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>Evaluate a model</source>
      <translation>Evaluate a model</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>F1</source>
      <translation>F1</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>Footprints and missed labels with match = TP, FP or FN.</source>
      <translation>Footprints and missed labels with match = TP, FP or FN.</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>HTML file (*.html)</source>
      <translation>HTML file (*.html)</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>JSON file (*.json)</source>
      <translation>JSON file (*.json)</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>Matches</source>
      <translation>Matches</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>Page with pictures</source>
      <translation>Page with pictures</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>Precision</source>
      <translation>Precision</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>Predicts inside the areas with the role evaluate and compares the footprints with the labels: mAP, mAP50, precision, recall and F1, overall and per category. Without areas, everything is compared.

The layer of matches shows each footprint and each missed label: right (TP), wrong (FP) or missed (FN). The page shows the curves and the worst misses as pictures.</source>
      <translation>Predicts inside the areas with the role evaluate and compares the footprints with the labels: mAP, mAP50, precision, recall and F1, overall and per category. Without areas, everything is compared.

The layer of matches shows each footprint and each missed label: right (TP), wrong (FP) or missed (FN). The page shows the curves and the worst misses as pictures.</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>Recall</source>
      <translation>Recall</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>Report</source>
      <translation>Report</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>Score threshold</source>
      <translation>Score threshold</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>The score from which a footprint counts, from 0 to 1. Left empty, the model's own is taken.</source>
      <translation>The score from which a footprint counts, from 0 to 1. Left empty, the model's own is taken.</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>The scores, for people. Left empty, it lies beside the report.</source>
      <translation>The scores, for people. Left empty, it lies beside the report.</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>The scores, for programs.</source>
      <translation>The scores, for programs.</translation>
    </message>
    <message>
      <location filename="../algorithms/evaluate.py" />
      <source>accuracy,score,precision,recall,compare,test</source>
      <translation>accuracy,score,precision,recall,compare,test</translation>
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
      <translation>All files (*.*)</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>COCO,YOLO,VOC,LabelMe,VIA,annotation,mask,convert</source>
      <translation>COCO,YOLO,VOC,LabelMe,VIA,annotation,mask,convert</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Choose either a file or a folder to write to.</source>
      <translation>Choose either a file or a folder to write to.</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Choose one of the formats: {names}.</source>
      <translation>Choose one of the formats: {names}.</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Export labels</source>
      <translation>Export labels</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>File</source>
      <translation>File</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>For coco (.json), via (.json, .csv), vector (.gpkg, .geojson, .shp), raster (.tif, .png).</source>
      <translation>For coco (.json), via (.json, .csv), vector (.gpkg, .geojson, .shp), raster (.tif, .png).</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>For yolo, voc and labelme; for coco and raster, one file per image. A new or empty one.</source>
      <translation>For yolo, voc and labelme; for coco and raster, one file per image. A new or empty one.</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Labels, footprints or any other polygons.</source>
      <translation>Labels, footprints or any other polygons.</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Left empty, the first whose name is likely.</source>
      <translation>Left empty, the first whose name is likely.</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Number of labels</source>
      <translation>Number of labels</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Or folder</source>
      <translation>Or folder</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Other programs look for the images there.</source>
      <translation>Other programs look for the images there.</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Put the rasters into the folder as well</source>
      <translation>Put the rasters into the folder as well</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Where they are</source>
      <translation>Where they are</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>Writes labels, or any polygons, in the format of another program: COCO, YOLO, Pascal VOC, LabelMe, VGG Image Annotator, vector files and rasters of labels.

What a format cannot hold, such as labels that lie on one another in Pascal VOC, is told. Labels that reach over the edge of their raster are cut there.</source>
      <translation>Writes labels, or any polygons, in the format of another program: COCO, YOLO, Pascal VOC, LabelMe, VGG Image Annotator, vector files and rasters of labels.

What a format cannot hold, such as labels that lie on one another in Pascal VOC, is told. Labels that reach over the edge of their raster are cut there.</translation>
    </message>
    <message>
      <location filename="../algorithms/export_labels.py" />
      <source>{format} keeps labels in the pixels of images: choose the rasters.</source>
      <translation>{format} keeps labels in the pixels of images: choose the rasters.</translation>
    </message>
    <message>
      <location filename="../algorithms/footprint_output.py" />
      <source>A layer of measured polygons, in the coordinate system of the first raster.</source>
      <translation>A layer of measured polygons, in the coordinate system of the first raster.</translation>
    </message>
    <message>
      <location filename="../algorithms/footprint_output.py" />
      <source>Footprints</source>
      <translation>Footprints</translation>
    </message>
    <message>
      <location filename="../algorithms/footprint_output.py" />
      <source>Footprints as a file</source>
      <translation>Footprints as a file</translation>
    </message>
    <message>
      <location filename="../algorithms/footprint_output.py" />
      <source>GeoJSON (*.geojson);;GeoPackage (*.gpkg);;GeoParquet (*.parquet);;COCO results (*.json)</source>
      <translation>GeoJSON (*.geojson);;GeoPackage (*.gpkg);;GeoParquet (*.parquet);;COCO results (*.json)</translation>
    </message>
    <message>
      <location filename="../algorithms/footprint_output.py" />
      <source>The footprints would go nowhere. Choose a layer, a file, or both.</source>
      <translation>The footprints would go nowhere. Choose a layer, a file, or both.</translation>
    </message>
    <message>
      <location filename="../algorithms/footprint_output.py" />
      <source>The same for other programs: .geojson, .gpkg, .parquet, or .json for COCO.</source>
      <translation>The same for other programs: .geojson, .gpkg, .parquet, or .json for COCO.</translation>
    </message>
    <message>
      <location filename="../algorithms/footprint_output.py" />
      <source>{file} must end in {endings}.</source>
      <translation>{file} must end in {endings}.</translation>
    </message>
    <message>
      <location filename="../algorithms/history.py" />
      <source>Folder</source>
      <translation>Folder</translation>
    </message>
    <message>
      <location filename="../algorithms/history.py" />
      <source>List runs</source>
      <translation>List runs</translation>
    </message>
    <message>
      <location filename="../algorithms/history.py" />
      <source>Lists the trainings, evaluations and predictions in a folder and the folders below it, with their scores, counts, areas and times, into a table. The settings are there as JSON, and the command line that does the run again.

The docks keep their runs in the folder runs beside the project, and so does the toolbox while the project is open. Otherwise predictions of the toolbox are kept in their run folder, if they were given one.</source>
      <translation>Lists the trainings, evaluations and predictions in a folder and the folders below it, with their scores, counts, areas and times, into a table. The settings are there as JSON, and the command line that does the run again.

The docks keep their runs in the folder runs beside the project, and so does the toolbox while the project is open. Otherwise predictions of the toolbox are kept in their run folder, if they were given one.</translation>
    </message>
    <message>
      <location filename="../algorithms/history.py" />
      <source>No training, evaluation or prediction is kept there.</source>
      <translation>No training, evaluation or prediction is kept there.</translation>
    </message>
    <message>
      <location filename="../algorithms/history.py" />
      <source>Number of runs</source>
      <translation>Number of runs</translation>
    </message>
    <message>
      <location filename="../algorithms/history.py" />
      <source>Runs</source>
      <translation>Runs</translation>
    </message>
    <message>
      <location filename="../algorithms/history.py" />
      <source>Stopped; no table was written</source>
      <translation>Stopped; no table was written</translation>
    </message>
    <message>
      <location filename="../algorithms/history.py" />
      <source>The folder that holds the runs, such as the folder runs of a project.</source>
      <translation>The folder that holds the runs, such as the folder runs of a project.</translation>
    </message>
    <message>
      <location filename="../algorithms/history.py" />
      <source>There is no folder {path}.</source>
      <translation>There is no folder {path}.</translation>
    </message>
    <message>
      <location filename="../algorithms/history.py" />
      <source>runs,compare,log,records</source>
      <translation>runs,compare,log,records</translation>
    </message>
    <message>
      <location filename="../algorithms/holes.py" />
      <source>Choose another place or format.</source>
      <translation>Choose another place or format.</translation>
    </message>
    <message>
      <location filename="../algorithms/holes.py" />
      <source>Not read</source>
      <translation>Not read</translation>
    </message>
    <message>
      <location filename="../algorithms/holes.py" />
      <source>Places that could not be read</source>
      <translation>Places that could not be read</translation>
    </message>
    <message>
      <location filename="../algorithms/holes.py" />
      <source>{place} cannot be written: {reason}</source>
      <translation>{place} cannot be written: {reason}</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Brings labels of other programs onto the map: COCO, YOLO, Pascal VOC, LabelMe, VGG Image Annotator, vector files and rasters of labels.

Labels of images need the rasters that they were drawn on, which are found by their file names; what does not match is told. Without rasters, labels keep the pixel coordinates of their images, and the field raster names them.

In the Labels dock, Import labels puts them into the project.</source>
      <translation>Brings labels of other programs onto the map: COCO, YOLO, Pascal VOC, LabelMe, VGG Image Annotator, vector files and rasters of labels.

Labels of images need the rasters that they were drawn on, which are found by their file names; what does not match is told. Without rasters, labels keep the pixel coordinates of their images, and the field raster names them.

In the Labels dock, Import labels puts them into the project.</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Category of labels that have none</source>
      <translation>Category of labels that have none</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Choose either a file or a folder with labels.</source>
      <translation>Choose either a file or a folder with labels.</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Field with the category</source>
      <translation>Field with the category</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>File with labels</source>
      <translation>File with labels</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>For formats of many files: YOLO, Pascal VOC, LabelMe, masks.</source>
      <translation>For formats of many files: YOLO, Pascal VOC, LabelMe, masks.</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Images without their raster</source>
      <translation>Images without their raster</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Import labels</source>
      <translation>Import labels</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Labels left out</source>
      <translation>Labels left out</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Of a folder for YOLO, its data.yaml. A path of a folder works too.</source>
      <translation>Of a folder for YOLO, its data.yaml. A path of a folder works too.</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Of vector files and VGG Image Annotator. Left empty, the first whose name is likely.</source>
      <translation>Of vector files and VGG Image Annotator. Left empty, the first whose name is likely.</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Or folder with labels</source>
      <translation>Or folder with labels</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>Such as roof. Left empty, they stay without.</source>
      <translation>Such as roof. Left empty, they stay without.</translation>
    </message>
    <message>
      <location filename="../algorithms/import_labels.py" />
      <source>{path} does not exist.</source>
      <translation>{path} does not exist.</translation>
    </message>
    <message>
      <location filename="../algorithms/inputs.py" />
      <source>Choose at least one raster layer or file.</source>
      <translation>Choose at least one raster layer or file.</translation>
    </message>
    <message>
      <location filename="../algorithms/inputs.py" />
      <source>Draw a rectangle, or leave it out.</source>
      <translation>Draw a rectangle, or leave it out.</translation>
    </message>
    <message>
      <location filename="../algorithms/inputs.py" />
      <source>No raster was chosen</source>
      <translation>No raster was chosen</translation>
    </message>
    <message>
      <location filename="../algorithms/inputs.py" />
      <source>The extent is empty</source>
      <translation>The extent is empty</translation>
    </message>
    <message>
      <location filename="../algorithms/inputs.py" />
      <source>The folder {folder} cannot be written to. Choose another.</source>
      <translation>The folder {folder} cannot be written to. Choose another.</translation>
    </message>
    <message>
      <location filename="../algorithms/inputs.py" />
      <source>The folder {folder} does not exist. Make it, or choose another.</source>
      <translation>The folder {folder} does not exist. Make it, or choose another.</translation>
    </message>
    <message>
      <location filename="../algorithms/inputs.py" />
      <source>extent</source>
      <translation>extent</translation>
    </message>
    <message>
      <location filename="../algorithms/instance_parameters.py" />
      <source>Footprints, labels or any other polygons, in any coordinate system.</source>
      <translation>Footprints, labels or any other polygons, in any coordinate system.</translation>
    </message>
    <message>
      <location filename="../algorithms/instance_parameters.py" />
      <source>Only these categories</source>
      <translation>Only these categories</translation>
    </message>
    <message>
      <location filename="../algorithms/instance_parameters.py" />
      <source>The field that names the category. Left empty, the field category where there is one.</source>
      <translation>The field that names the category. Left empty, the field category where there is one.</translation>
    </message>
    <message>
      <location filename="../algorithms/label_formats.py" />
      <source>All rasters in it and in the folders below it are looked at as well.</source>
      <translation>All rasters in it and in the folders below it are looked at as well.</translation>
    </message>
    <message>
      <location filename="../algorithms/label_formats.py" />
      <source>Folder with rasters</source>
      <translation>Folder with rasters</translation>
    </message>
    <message>
      <location filename="../algorithms/label_formats.py" />
      <source>Numbers in rasters of labels</source>
      <translation>Numbers in rasters of labels</translation>
    </message>
    <message>
      <location filename="../algorithms/label_formats.py" />
      <source>The rasters that the labels were drawn on; they are found by their file names.</source>
      <translation>The rasters that the labels were drawn on; they are found by their file names.</translation>
    </message>
    <message>
      <location filename="../algorithms/label_formats.py" />
      <source>category: each number is a category. label: each number is one label. auto: as the raster looks.</source>
      <translation>category: each number is a category. label: each number is one label. auto: as the raster looks.</translation>
    </message>
    <message>
      <location filename="../algorithms/label_formats.py" />
      <source>coco: COCO JSON. yolo: a folder for YOLO segmentation. voc: masks of Pascal VOC. labelme: JSON per image. via: VGG Image Annotator. vector: GeoPackage, GeoJSON, shapefile. raster: pixels that are numbers of labels.</source>
      <translation>coco: COCO JSON. yolo: a folder for YOLO segmentation. voc: masks of Pascal VOC. labelme: JSON per image. via: VGG Image Annotator. vector: GeoPackage, GeoJSON, shapefile. raster: pixels that are numbers of labels.</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>A polygon covers every pixel that it touches, not only those whose center it covers.</source>
      <translation>A polygon covers every pixel that it touches, not only those whose center it covers.</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>All touched pixels</source>
      <translation>All touched pixels</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Colors of categories</source>
      <translation>Colors of categories</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Field with the score</source>
      <translation>Field with the score</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Fill the rest with</source>
      <translation>Fill the rest with</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>For a raster of scores. Left empty, the field score.</source>
      <translation>For a raster of scores. Left empty, the field score.</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>It must be a file on this computer.</source>
      <translation>It must be a file on this computer.</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Keep</source>
      <translation>Keep</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Mask a raster</source>
      <translation>Mask a raster</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Masked raster</source>
      <translation>Masked raster</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Names parted by semicolons; they are numbered so. Left empty, all.</source>
      <translation>Names parted by semicolons; they are numbered so. Left empty, all.</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Number of polygons on the raster</source>
      <translation>Number of polygons on the raster</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Raster</source>
      <translation>Raster</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Such as roof=#e69f00; tree=#009e73</source>
      <translation>Such as roof=#e69f00; tree=#009e73</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Takes the background away from a raster: what lies outside the polygons, or inside, becomes nodata, transparent or a number of yours.

Or writes a raster of what the polygons say: the number of their category (with a color table), of their row, or their score. Where they overlap, the smaller lies on top, or the one with the higher score.

A polygon covers the pixels whose center lies in it.</source>
      <translation>Takes the background away from a raster: what lies outside the polygons, or inside, becomes nodata, transparent or a number of yours.

Or writes a raster of what the polygons say: the number of their category (with a color table), of their row, or their score. Where they overlap, the smaller lies on top, or the one with the higher score.

A polygon covers the pixels whose center lies in it.</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>What to write</source>
      <translation>What to write</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Which pixels of the raster stay.</source>
      <translation>Which pixels of the raster stay.</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>Write it like this: roof=#e69f00; tree=#009e73</source>
      <translation>Write it like this: roof=#e69f00; tree=#009e73</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>background,subtract,clip,extract,rasterize,nodata,transparent</source>
      <translation>background,subtract,clip,extract,rasterize,nodata,transparent</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>nodata, transparent or a number.</source>
      <translation>nodata, transparent or a number.</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>pixels: the raster itself. class, instance, score: what the polygons say.</source>
      <translation>pixels: the raster itself. class, instance, score: what the polygons say.</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>“{part}” gives no category a color</source>
      <translation>“{part}” gives no category a color</translation>
    </message>
    <message>
      <location filename="../algorithms/mask_raster.py" />
      <source>“{text}” is neither nodata nor transparent nor a number.</source>
      <translation>“{text}” is neither nodata nor transparent nor a number.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Adds the shape of every polygon to its attributes: area and perimeter on the ellipsoid, length and width, orientation, elongation, compactness, convexity, holes.

With rasters it also adds what the pixels below hold, band by band, with brightness and color indices. A pixel counts by the share of it that the polygon covers.</source>
      <translation>Adds the shape of every polygon to its attributes: area and perimeter on the ellipsoid, length and width, orientation, elongation, compactness, convexity, holes.

With rasters it also adds what the pixels below hold, band by band, with brightness and color indices. A pixel counts by the share of it that the polygon covers.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Bands and texture are measured on a raster. Choose one, or leave them out.</source>
      <translation>Bands and texture are measured on a raster. Choose one, or leave them out.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Contrast, homogeneity and entropy of gray levels that lie side by side.</source>
      <translation>Contrast, homogeneity and entropy of gray levels that lie side by side.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Footprints, labels or any other polygons. All of their fields are kept.</source>
      <translation>Footprints, labels or any other polygons. All of their fields are kept.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>From 0 to 100. Left empty, none.</source>
      <translation>From 0 to 100. Left empty, none.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Left empty, only shapes are measured. Of several, the one that a polygon's field raster names.</source>
      <translation>Left empty, only shapes are measured. Of several, the one that a polygon's field raster names.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Measure polygons</source>
      <translation>Measure polygons</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Measured polygons</source>
      <translation>Measured polygons</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Percentiles</source>
      <translation>Percentiles</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Percentiles are measured on a raster. Choose one, or leave them out.</source>
      <translation>Percentiles are measured on a raster. Choose one, or leave them out.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Texture</source>
      <translation>Texture</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Which bands, and what they are called, such as red=1,green=2,blue=3,nir=4. Left empty, all.</source>
      <translation>Which bands, and what they are called, such as red=1,green=2,blue=3,nir=4. Left empty, all.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Write names and numbers from 1, such as red=1,green=2,blue=3,nir=4.</source>
      <translation>Write names and numbers from 1, such as red=1,green=2,blue=3,nir=4.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>Write numbers from 0 to 100, such as 10,50,90.</source>
      <translation>Write numbers from 0 to 100, such as 10,50,90.</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>zonal statistics,morphology,area,perimeter,NDVI,texture,GLCM</source>
      <translation>zonal statistics,morphology,area,perimeter,NDVI,texture,GLCM</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>“{text}” are no percentiles</source>
      <translation>“{text}” are no percentiles</translation>
    </message>
    <message>
      <location filename="../algorithms/measure.py" />
      <source>“{text}” names no bands</source>
      <translation>“{text}” names no bands</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>A model that was trained with DeepSeg, a .safetensors file.</source>
      <translation>A model that was trained with DeepSeg, a .safetensors file.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Choose the .safetensors file that training wrote.</source>
      <translation>Choose the .safetensors file that training wrote.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Coordinate system of rasters that do not say theirs</source>
      <translation>Coordinate system of rasters that do not say theirs</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Device</source>
      <translation>Device</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Footprints smaller than this are left out.</source>
      <translation>Footprints smaller than this are left out.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Footprints with a lower score are left out, from 0 to 1. Left empty, the model's own is taken.</source>
      <translation>Footprints with a lower score are left out, from 0 to 1. Left empty, the model's own is taken.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Give numbers from 1, such as 4,3,2.</source>
      <translation>Give numbers from 1, such as 4,3,2.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>How far an outline may move when it is simplified. Left empty, half a pixel; with 0 it stays as it is.</source>
      <translation>How far an outline may move when it is simplified. Left empty, half a pixel; with 0 it stays as it is.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Only for rasters that have a world file but do not name their coordinate system.</source>
      <translation>Only for rasters that have a world file but do not name their coordinate system.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Orthophotos or other rasters: layers of the project or files. They must be files on this computer.</source>
      <translation>Orthophotos or other rasters: layers of the project or files. They must be files on this computer.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Other thresholds for some categories, such as roof=0.4; tree=0.6</source>
      <translation>Other thresholds for some categories, such as roof=0.4; tree=0.6</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Polygons inside which everything is labeled. Their text field role says train, validate, evaluate or predict; without that field they are used for whatever is being done.</source>
      <translation>Polygons inside which everything is labeled. Their text field role says train, validate, evaluate or predict; without that field they are used for whatever is being done.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Processes for outlines</source>
      <translation>Processes for outlines</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Rasters</source>
      <translation>Rasters</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Score thresholds of categories</source>
      <translation>Score thresholds of categories</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>So many processes draw outlines beside the network. Left empty, the engine chooses.</source>
      <translation>So many processes draw outlines beside the network. Left empty, the engine chooses.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>The field of the labels that names their category. Left empty, all labels are of one category.</source>
      <translation>The field of the labels that names their category. Left empty, all labels are of one category.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>The model {path} does not exist</source>
      <translation>The model {path} does not exist</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>Write it like this: roof=0.4; tree=0.6</source>
      <translation>Write it like this: roof=0.4; tree=0.6</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>auto (the fastest there is), cpu, cuda, cuda:1 (the second graphics card) or mps.</source>
      <translation>auto (the fastest there is), cpu, cuda, cuda:1 (the second graphics card) or mps.</translation>
    </message>
    <message>
      <location filename="../algorithms/parameters.py" />
      <source>“{part}” gives no category a score threshold from 0 to 1</source>
      <translation>“{part}” gives no category a score threshold from 0 to 1</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>A rectangle to predict in, instead of an area.</source>
      <translation>A rectangle to predict in, instead of an area.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Area</source>
      <translation>Area</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Both an area and an extent were given. Choose one of them.</source>
      <translation>Both an area and an extent were given. Choose one of them.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Columns</source>
      <translation>Columns</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Extent</source>
      <translation>Extent</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Fewer need less memory.</source>
      <translation>Fewer need less memory.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Finds what a model has learned in rasters of any size, and gives measured polygons: category, score, area, perimeter, length, width and orientation, with the raster and the model they come from.

A prediction that was stopped goes on when it is started again with the same values.</source>
      <translation>Finds what a model has learned in rasters of any size, and gives measured polygons: category, score, area, perimeter, length, width and orientation, with the raster and the model they come from.

A prediction that was stopped goes on when it is started again with the same values.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Give both rows and columns, or neither.</source>
      <translation>Give both rows and columns, or neither.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Give either rows and columns, or a tile size, not both.</source>
      <translation>Give either rows and columns, or a tile size, not both.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Go on where a raster cannot be read</source>
      <translation>Go on where a raster cannot be read</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Instead of a tile size: into how many rows and columns each raster is divided.</source>
      <translation>Instead of a tile size: into how many rows and columns each raster is divided.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Keep what is needed to move thresholds</source>
      <translation>Keep what is needed to move thresholds</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Keeps the fields in the run folder, for “Draw footprints again”. They need room on the disk.</source>
      <translation>Keeps the fields in the run folder, for “Draw footprints again”. They need room on the disk.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Left empty, one per core.</source>
      <translation>Left empty, one per core.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Overlap (px)</source>
      <translation>Overlap (px)</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Pixels that neighboring tiles share; fewer than the tile's side.</source>
      <translation>Pixels that neighboring tiles share; fewer than the tile's side.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Places that cannot be read are left out, and told as polygons; otherwise the prediction stops there.</source>
      <translation>Places that cannot be read are left out, and told as polygons; otherwise the prediction stops there.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Polygons to predict in; of those with a field role, the ones that say predict. Empty: everywhere.</source>
      <translation>Polygons to predict in; of those with a field role, the ones that say predict. Empty: everywhere.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Predict footprints</source>
      <translation>Predict footprints</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Processor threads</source>
      <translation>Processor threads</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Rows</source>
      <translation>Rows</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Run folder</source>
      <translation>Run folder</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>The overlap of {overlap} px must be smaller than the tile of {size} px.</source>
      <translation>The overlap of {overlap} px must be smaller than the tile of {size} px.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>The side of a tile in pixels of the network. Left empty, the engine chooses.</source>
      <translation>The side of a tile in pixels of the network. Left empty, the engine chooses.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Tile size (px)</source>
      <translation>Tile size (px)</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Tiles per step</source>
      <translation>Tiles per step</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>Where the work is kept, to go on after a stop. Left empty, beside the result, ending in .run.</source>
      <translation>Where the work is kept, to go on after a stop. Left empty, beside the result, ending in .run.</translation>
    </message>
    <message>
      <location filename="../algorithms/predict.py" />
      <source>deep learning,machine learning,segmentation,detect,extract,buildings,trees</source>
      <translation>deep learning,machine learning,segmentation,detect,extract,buildings,trees</translation>
    </message>
    <message>
      <location filename="../algorithms/project_history.py" />
      <source>The history of the project lacks this run: {cause}.</source>
      <translation>The history of the project lacks this run: {cause}.</translation>
    </message>
    <message>
      <location filename="../algorithms/result_layer.py" />
      <source>Stopped while the result was copied; the layer is not complete.</source>
      <translation>Stopped while the result was copied; the layer is not complete.</translation>
    </message>
    <message>
      <location filename="../algorithms/result_layer.py" />
      <source>The engine's result cannot be opened: {path}</source>
      <translation>The engine's result cannot be opened: {path}</translation>
    </message>
    <message>
      <location filename="../algorithms/result_layer.py" />
      <source>{place} cannot be written</source>
      <translation>{place} cannot be written</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>A new or empty folder. Several rasters get a folder each in it.</source>
      <translation>A new or empty folder. Several rasters get a folder each in it.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Columns of tiles. Give the rows as well.</source>
      <translation>Columns of tiles. Give the rows as well.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Divides rasters into tiles and saves each as a file that lies where its pixels lay. “Put tiles together” makes the raster of them again, bit for bit.

Give rows and columns, or a tile size. Given neither, tiles of about {size} × {size} pixels are saved.</source>
      <translation>Divides rasters into tiles and saves each as a file that lies where its pixels lay. “Put tiles together” makes the raster of them again, bit for bit.

Give rows and columns, or a tile size. Given neither, tiles of about {size} × {size} pixels are saved.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Folder for the tiles</source>
      <translation>Folder for the tiles</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Folder of tiles</source>
      <translation>Folder of tiles</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Instead of rows and columns: the side of a square tile.</source>
      <translation>Instead of rows and columns: the side of a square tile.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Makes one raster again of the tiles that “Save tiles as files” wrote. Tiles may have been changed meanwhile by other programs, all in the same way, as long as they keep their size and name.</source>
      <translation>Makes one raster again of the tiles that “Save tiles as files” wrote. Tiles may have been changed meanwhile by other programs, all in the same way, as long as they keep their size and name.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Number of tiles</source>
      <translation>Number of tiles</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Pixels that neighboring tiles share.</source>
      <translation>Pixels that neighboring tiles share.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Put tiles together</source>
      <translation>Put tiles together</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Rows and columns and a tile size were given, and only one can hold</source>
      <translation>Rows and columns and a tile size were given, and only one can hold</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Rows and columns belong together, and only one of them was given</source>
      <translation>Rows and columns belong together, and only one of them was given</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Rows of tiles. Give the columns as well.</source>
      <translation>Rows of tiles. Give the columns as well.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>Save tiles as files</source>
      <translation>Save tiles as files</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>The folder with the tiles of one raster and their list, tiles.json.</source>
      <translation>The folder with the tiles of one raster and their list, tiles.json.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>The folder {folder} is not empty. Choose a new one, so that nothing in it is mixed up.</source>
      <translation>The folder {folder} is not empty. Choose a new one, so that nothing in it is mixed up.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>tif keeps everything that the raster has. png holds up to four bands, jpg changes pixels a little.</source>
      <translation>tif keeps everything that the raster has. png holds up to four bands, jpg changes pixels a little.</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>tile,merge,mosaic,join</source>
      <translation>tile,merge,mosaic,join</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>tile,split,cut,divide,retile,export</source>
      <translation>tile,split,cut,divide,retile,export</translation>
    </message>
    <message>
      <location filename="../algorithms/save_tiles.py" />
      <source>{folder} holds no tiles. Choose a folder that “Save tiles as files” wrote.</source>
      <translation>{folder} holds no tiles. Choose a folder that “Save tiles as files” wrote.</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>A Python from 3.10 to 3.13, 64 bit. Left empty, DeepSeg looks for one.</source>
      <translation>A Python from 3.10 to 3.13, 64 bit. Left empty, DeepSeg looks for one.</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>A Python that has the engine's packages already. It is tried and remembered, and nothing is installed. Left empty, DeepSeg makes an environment of its own.</source>
      <translation>A Python that has the engine's packages already. It is tried and remembered, and nothing is installed. Left empty, DeepSeg makes an environment of its own.</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>All files</source>
      <translation>All files</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Compute on</source>
      <translation>Compute on</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>DeepSeg is set up and was tried: {python}</source>
      <translation>DeepSeg is set up and was tried: {python}</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Folder of the environment</source>
      <translation>Folder of the environment</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Folder of wheels</source>
      <translation>Folder of wheels</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>For an NVIDIA GPU several times as much comes down. “Whatever fits” looks for its driver.</source>
      <translation>For an NVIDIA GPU several times as much comes down. “Whatever fits” looks for its driver.</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Install from the .whl files in this folder, without the network.</source>
      <translation>Install from the .whl files in this folder, without the network.</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Looking at this computer</source>
      <translation>Looking at this computer</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Make the environment with this Python</source>
      <translation>Make the environment with this Python</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Makes the environment that DeepSeg's engine runs in: a folder of its own with PyTorch and other packages. QGIS itself is not changed.

Needed once for each version of DeepSeg; all profiles of QGIS share it. What comes down and how large it is stands in the log first. If it fails or is stopped, what was made is removed again.</source>
      <translation>Makes the environment that DeepSeg's engine runs in: a folder of its own with PyTorch and other packages. QGIS itself is not changed.

Needed once for each version of DeepSeg; all profiles of QGIS share it. What comes down and how large it is stands in the log first. If it fails or is stopped, what was made is removed again.</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>NVIDIA GPU (CUDA)</source>
      <translation>NVIDIA GPU (CUDA)</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Processor (CPU)</source>
      <translation>Processor (CPU)</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Python of the engine</source>
      <translation>Python of the engine</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Set up DeepSeg</source>
      <translation>Set up DeepSeg</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>The environment variable {name} names another Python, and goes first.</source>
      <translation>The environment variable {name} names another Python, and goes first.</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Use this Python of mine</source>
      <translation>Use this Python of mine</translation>
    </message>
    <message>
      <location filename="../algorithms/setup.py" />
      <source>Whatever fits</source>
      <translation>Whatever fits</translation>
    </message>
    <message>
      <location filename="../algorithms/shape_changes.py" />
      <source>Corners are rounded off, at most so far from each.</source>
      <translation>Corners are rounded off, at most so far from each.</translation>
    </message>
    <message>
      <location filename="../algorithms/shape_changes.py" />
      <source>Fill holes up to (m²)</source>
      <translation>Fill holes up to (m²)</translation>
    </message>
    <message>
      <location filename="../algorithms/shape_changes.py" />
      <source>For buildings: walls become straight and run along or across the building. Round ones stay.</source>
      <translation>For buildings: walls become straight and run along or across the building. Round ones stay.</translation>
    </message>
    <message>
      <location filename="../algorithms/shape_changes.py" />
      <source>Holes up to this size are filled.</source>
      <translation>Holes up to this size are filled.</translation>
    </message>
    <message>
      <location filename="../algorithms/shape_changes.py" />
      <source>How far right angles may move a wall. Left empty, a tenth of the building's side, and a metre at most.</source>
      <translation>How far right angles may move a wall. Left empty, a tenth of the building's side, and a metre at most.</translation>
    </message>
    <message>
      <location filename="../algorithms/shape_changes.py" />
      <source>Move walls by at most (m)</source>
      <translation>Move walls by at most (m)</translation>
    </message>
    <message>
      <location filename="../algorithms/shape_changes.py" />
      <source>Right angles</source>
      <translation>Right angles</translation>
    </message>
    <message>
      <location filename="../algorithms/shape_changes.py" />
      <source>Smooth corners within (m)</source>
      <translation>Smooth corners within (m)</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Count each raster for itself, by the field raster.</source>
      <translation>Count each raster for itself, by the field raster.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Count footprints</source>
      <translation>Count footprints</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Counts</source>
      <translation>Counts</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Counts the footprints of each category and adds up the ground that they cover, into a table. It works for labels and other layers of polygons as well.

Areas come from the field area_m2 where the layer has it; else they are measured on the ellipsoid.

With an area or rasters the engine tells densities as well; it also writes the size histogram, a file for other programs, and a report with charts and maps.</source>
      <translation>Counts the footprints of each category and adds up the ground that they cover, into a table. It works for labels and other layers of polygons as well.

Areas come from the field area_m2 where the layer has it; else they are measured on the ellipsoid.

With an area or rasters the engine tells densities as well; it also writes the size histogram, a file for other programs, and a report with charts and maps.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Footprints that DeepSeg predicted, or any polygons with a field that holds their category.</source>
      <translation>Footprints that DeepSeg predicted, or any polygons with a field that holds their category.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Ground that they cover (m²)</source>
      <translation>Ground that they cover (m²)</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Left empty, it is the field category.</source>
      <translation>Left empty, it is the field category.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Number of footprints</source>
      <translation>Number of footprints</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Stopped before everything was counted; no table was written</source>
      <translation>Stopped before everything was counted; no table was written</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>Tell rasters apart</source>
      <translation>Tell rasters apart</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics.py" />
      <source>The layer has no coordinate system that says how large its polygons are, so areas are left empty.</source>
      <translation>The layer has no coordinate system that says how large its polygons are, so areas are left empty.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>A table with a row per bar: from, to, and how many are as large as that.</source>
      <translation>A table with a row per bar: from, to, and how many are as large as that.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>Bars of the size histogram</source>
      <translation>Bars of the size histogram</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>Colors of categories in the report</source>
      <translation>Colors of categories in the report</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>Counts as a file</source>
      <translation>Counts as a file</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>One page with charts and maps that needs no network.</source>
      <translation>One page with charts and maps that needs no network.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>Only what lies in these polygons is counted, and how many there are per hectare of them.</source>
      <translation>Only what lies in these polygons is counted, and how many there are per hectare of them.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>Size histogram</source>
      <translation>Size histogram</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>Such as roof=#e69f00; tree=#009e73. Left empty, those of the layer.</source>
      <translation>Such as roof=#e69f00; tree=#009e73. Left empty, those of the layer.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>The counts for other programs: .json, with sizes, or .csv.</source>
      <translation>The counts for other programs: .json, with sizes, or .csv.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>Their ground is what densities count on; the report shows them as maps.</source>
      <translation>Their ground is what densities count on; the report shows them as maps.</translation>
    </message>
    <message>
      <location filename="../algorithms/statistics_by_engine.py" />
      <source>Where they begin and end in m², such as 0,50,100,200. Left empty, they are chosen from the sizes.</source>
      <translation>Where they begin and end in m², such as 0,50,100,200. Left empty, they are chosen from the sizes.</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>About how long the side of an area is. Left empty, what the model looks at in one piece.</source>
      <translation>About how long the side of an area is. Left empty, what the model looks at in one piece.</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>How many areas are suggested.</source>
      <translation>How many areas are suggested.</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>How many places are looked at, spread evenly. More take longer and find better ones.</source>
      <translation>How many places are looked at, spread evenly. More take longer and find better ones.</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>Number of areas</source>
      <translation>Number of areas</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>Places to look at</source>
      <translation>Places to look at</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>Polygons inside which everything is labeled; those whose field role says predict do not count.</source>
      <translation>Polygons inside which everything is labeled; those whose field role says predict do not count.</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>Ranks ground that is not labeled by how much a model would learn from labels there: where it is unsure, and where the ground looks otherwise than what is labeled. Each area after the first is of another kind than those before it.

Label everything in the first few areas, make them areas with the role train, and train again.</source>
      <translation>Ranks ground that is not labeled by how much a model would learn from labels there: where it is unsure, and where the ground looks otherwise than what is labeled. Each area after the first is of another kind than those before it.

Label everything in the first few areas, make them areas with the role train, and train again.</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>Run folder of a prediction</source>
      <translation>Run folder of a prediction</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>Side of an area (m)</source>
      <translation>Side of an area (m)</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>The areas with rank, score, uncertainty, difference and raster.</source>
      <translation>The areas with rank, score, uncertainty, difference and raster.</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>The folder in which a prediction with this model kept its fields: then all places are compared.</source>
      <translation>The folder in which a prediction with this model kept its fields: then all places are compared.</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>What is labeled already.</source>
      <translation>What is labeled already.</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>Where to label next</source>
      <translation>Where to label next</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>active learning,uncertainty,entropy,labels,areas,next</source>
      <translation>active learning,uncertainty,entropy,labels,areas,next</translation>
    </message>
    <message>
      <location filename="../algorithms/suggest_areas.py" />
      <source>{folder} holds no prediction. Choose the run folder of a prediction that kept its fields.</source>
      <translation>{folder} holds no prediction. Choose the run folder of a prediction that kept its fields.</translation>
    </message>
    <message>
      <location filename="../algorithms/tile.py" />
      <source>Divide a raster into tiles</source>
      <translation>Divide a raster into tiles</translation>
    </message>
    <message>
      <location filename="../algorithms/tile.py" />
      <source>Draws the tiles into which a raster is divided, as polygons on the map. The raster itself is not changed. Tiles help to work through a large raster piece by piece.

Give rows and columns, or a tile size. Given neither, tiles of about {size} × {size} pixels are drawn: 8 × 8 tiles for a raster of 8000 × 8000 pixels.</source>
      <translation>Draws the tiles into which a raster is divided, as polygons on the map. The raster itself is not changed. Tiles help to work through a large raster piece by piece.

Give rows and columns, or a tile size. Given neither, tiles of about {size} × {size} pixels are drawn: 8 × 8 tiles for a raster of 8000 × 8000 pixels.</translation>
    </message>
    <message numerus="yes">
      <location filename="../algorithms/tile.py" />
      <source>Stopped after {n} tiles</source>
      <translation>
        <numerusform>Stopped after {n} tile</numerusform>
        <numerusform>Stopped after {n} tiles</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../algorithms/tile.py" />
      <source>The raster to divide; it may be turned, or have no place on the map.</source>
      <translation>The raster to divide; it may be turned, or have no place on the map.</translation>
    </message>
    <message numerus="yes">
      <location filename="../algorithms/tile.py" />
      <source>{n} tiles of {width} × {height} px.</source>
      <translation>
        <numerusform>{n} tile of {width} × {height} px.</numerusform>
        <numerusform>{n} tiles of {width} × {height} px.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>A file with pretrained weights of that encoder, where it cannot be downloaded.</source>
      <translation>A file with pretrained weights of that encoder, where it cannot be downloaded.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Chip size (px)</source>
      <translation>Chip size (px)</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Chips per step</source>
      <translation>Chips per step</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>End after so many epochs without a better score</source>
      <translation>End after so many epochs without a better score</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>F1 on the validation ground</source>
      <translation>F1 on the validation ground</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Fewer make epochs shorter.</source>
      <translation>Fewer make epochs shorter.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Go on with an earlier run</source>
      <translation>Go on with an earlier run</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Goes on in the run folder where an earlier run with the same values was stopped.</source>
      <translation>Goes on in the run folder where an earlier run with the same values was stopped.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Goes on learning from a model of yours instead of starting anew.</source>
      <translation>Goes on learning from a model of yours instead of starting anew.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>How often the labels are gone through.</source>
      <translation>How often the labels are gone through.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Kind of network</source>
      <translation>Kind of network</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Learning rate</source>
      <translation>Learning rate</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Learns from polygons that you drew on a raster, and writes a model: one file that knows its categories, bands and resolution. Use it to predict on other rasters.

Areas say where everything is labeled. Without them, what lies outside the labels and a ring around each teaches nothing.

When it is stopped, the best model so far is kept. Run it again with the same values and “Go on with an earlier run” to finish it.</source>
      <translation>Learns from polygons that you drew on a raster, and writes a model: one file that knows its categories, bands and resolution. Use it to predict on other rasters.

Areas say where everything is labeled. Without them, what lies outside the labels and a ring around each teaches nothing.

When it is stopped, the best model so far is kept. Run it again with the same values and “Go on with an earlier run” to finish it.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Left empty, all epochs are done.</source>
      <translation>Left empty, all epochs are done.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Members</source>
      <translation>Members</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Networks that vote. One predicts twice as fast and finds less.</source>
      <translation>Networks that vote. One predicts twice as fast and finds less.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Numbers from 1, in the order to use them, such as 4,3,2. Left empty, all.</source>
      <translation>Numbers from 1, in the order to use them, such as 4,3,2. Left empty, all.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Share kept to validate on</source>
      <translation>Share kept to validate on</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Start from this model</source>
      <translation>Start from this model</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Steps per epoch</source>
      <translation>Steps per epoch</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>The highest, of the decoder.</source>
      <translation>The highest, of the decoder.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>The share of the ground that is kept aside to choose the best epoch, from 0 to 0.8.</source>
      <translation>The share of the ground that is kept aside to choose the best epoch, from 0 to 0.8.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>The side of a training sample, in pixels of the network.</source>
      <translation>The side of a training sample, in pixels of the network.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Train a model</source>
      <translation>Train a model</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Weights of the encoder</source>
      <translation>Weights of the encoder</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>Where settings, history and checkpoints go. Left empty, beside the model, ending in .run.</source>
      <translation>Where settings, history and checkpoints go. Left empty, beside the model, ending in .run.</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>deep learning,machine learning,segmentation,learn,fit</source>
      <translation>deep learning,machine learning,segmentation,learn,fit</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>mAP50 on the validation ground</source>
      <translation>mAP50 on the validation ground</translation>
    </message>
    <message>
      <location filename="../algorithms/train.py" />
      <source>unet is the only kind so far.</source>
      <translation>unet is the only kind so far.</translation>
    </message>
    <message>
      <location filename="../algorithms/vectorize.py" />
      <source>Draw footprints again</source>
      <translation>Draw footprints again</translation>
    </message>
    <message>
      <location filename="../algorithms/vectorize.py" />
      <source>Draws footprints again with other score thresholds, another smallest area or other outlines. The model does not run, so this takes seconds.

The prediction must have kept its fields: tick “Keep what is needed to move thresholds” there.</source>
      <translation>Draws footprints again with other score thresholds, another smallest area or other outlines. The model does not run, so this takes seconds.

The prediction must have kept its fields: tick “Keep what is needed to move thresholds” there.</translation>
    </message>
    <message>
      <location filename="../algorithms/vectorize.py" />
      <source>The folder in which a prediction kept its fields.</source>
      <translation>The folder in which a prediction kept its fields.</translation>
    </message>
    <message>
      <location filename="../algorithms/vectorize.py" />
      <source>threshold,outline,polygonize,simplify</source>
      <translation>threshold,outline,polygonize,simplify</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Add a category: a kind of thing that DeepSeg is to find, for example roof.</source>
      <translation>Add a category: a kind of thing that DeepSeg is to find, for example roof.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Add the raster that you want to draw on.</source>
      <translation>Add the raster that you want to draw on.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Draw a training area around them (A), and label every {category} inside.</source>
      <translation>Draw a training area around them (A), and label every {category} inside.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Draw a training area around them (A), and label everything inside.</source>
      <translation>Draw a training area around them (A), and label everything inside.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Draw at least {n} labels of {category}.</source>
      <translation>Draw at least {n} labels of {category}.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Draw one more label of {category}.</source>
      <translation>Draw one more label of {category}.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Draw {n} more labels of {category}.</source>
      <translation>Draw {n} more labels of {category}.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Make a new project or open one: it keeps your categories and labels.</source>
      <translation>Make a new project or open one: it keeps your categories and labels.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>One label has no category: choose one in the attribute table, or delete the label.</source>
      <translation>One label has no category: choose one in the attribute table, or delete the label.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Ready to train.</source>
      <translation>Ready to train.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Ready to train. Draw an evaluation area as well, to test the model on ground it has never seen.</source>
      <translation>Ready to train. Draw an evaluation area as well, to test the model on ground it has never seen.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Ready to train. {n} or more labels of {category} will do better.</source>
      <translation>Ready to train. {n} or more labels of {category} will do better.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>Ready to train. {n} or more will do better.</source>
      <translation>Ready to train. {n} or more will do better.</translation>
    </message>
    <message>
      <location filename="../docks/advice_text.py" />
      <source>{n} labels have no category: choose one in the attribute table, or delete them.</source>
      <translation>{n} labels have no category: choose one in the attribute table, or delete them.</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>A file that is not in the project yet; it is added to it.</source>
      <translation>A file that is not in the project yet; it is added to it.</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Add the fields category and score where the layer lacks them</source>
      <translation>Add the fields category and score where the layer lacks them</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/append_dialog.py" />
      <source>Add the {n} footprints that are shown to this layer:</source>
      <translation>
        <numerusform>Add the footprint that is shown to this layer:</numerusform>
        <numerusform>Add the {n} footprints that are shown to this layer:</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>All files (*)</source>
      <translation>All files (*)</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Append</source>
      <translation>Append</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Append footprints to a layer</source>
      <translation>Append footprints to a layer</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Append to a file</source>
      <translation>Append to a file</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Choose a file of polygons that may be written to, such as a GeoPackage or a Shapefile.</source>
      <translation>Choose a file of polygons that may be written to, such as a GeoPackage or a Shapefile.</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Choose another file.</source>
      <translation>Choose another file.</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Drag the one that you mean into QGIS, then choose it from the list.</source>
      <translation>Drag the one that you mean into QGIS, then choose it from the list.</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Fields are matched by their names, coordinates are transformed. Nothing is saved: the layer stays in edit mode, where Undo takes all of it back.</source>
      <translation>Fields are matched by their names, coordinates are transformed. Nothing is saved: the layer stays in edit mode, where Undo takes all of it back.</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>File…</source>
      <translation>File…</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Layer</source>
      <translation>Layer</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>No polygons can be added to {name}.</source>
      <translation>No polygons can be added to {name}.</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>Vector files (*.gpkg *.shp *.geojson *.fgb *.sqlite)</source>
      <translation>Vector files (*.gpkg *.shp *.geojson *.fgb *.sqlite)</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>{name} holds several layers.</source>
      <translation>{name} holds several layers.</translation>
    </message>
    <message>
      <location filename="../docks/append_dialog.py" />
      <source>{name} is the file that the footprints on the map come from.</source>
      <translation>{name} is the file that the footprints on the map come from.</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/append_dialog.py" />
      <source>{n} footprints were added to {layer}, which is in edit mode now: save its edits, or undo them.</source>
      <translation>
        <numerusform>{n} footprint was added to {layer}, which is in edit mode now: save its edits, or undo them.</numerusform>
        <numerusform>{n} footprints were added to {layer}, which is in edit mode now: save its edits, or undo them.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/append_dialog.py" />
      <source>{n} lie where its map has no coordinates.</source>
      <translation>
        <numerusform>{n} lies where its map has no coordinates.</numerusform>
        <numerusform>{n} lie where its map has no coordinates.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/banner.py" />
      <source>DeepSeg is being set up.</source>
      <translation>DeepSeg is being set up.</translation>
    </message>
    <message>
      <location filename="../docks/banner.py" />
      <source>Set up…</source>
      <translation>Set up…</translation>
    </message>
    <message>
      <location filename="../docks/banner.py" />
      <source>Show</source>
      <translation>Show</translation>
    </message>
    <message>
      <location filename="../docks/banner.py" />
      <source>To train and predict, DeepSeg has to be set up once.</source>
      <translation>To train and predict, DeepSeg has to be set up once.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>0 is the first camera of this computer, 1 the second. A video file or the address of a stream, such as rtsp://192.168.1.20/live, works as well.</source>
      <translation>0 is the first camera of this computer, 1 the second. A video file or the address of a stream, such as rtsp://192.168.1.20/live, works as well.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>1 frame was taken.</source>
      <translation>1 frame was taken.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Camera</source>
      <translation>Camera</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Camera, video or address</source>
      <translation>Camera, video or address</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Choose a folder for the frames.</source>
      <translation>Choose a folder for the frames.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Choose a video</source>
      <translation>Choose a video</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Close</source>
      <translation>Close</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>DeepSeg is at work; STOP is in its docks.</source>
      <translation>DeepSeg is at work; STOP is in its docks.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Ends it; the frames are kept.</source>
      <translation>Ends it; the frames are kept.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Keeps frames of what is seen.</source>
      <translation>Keeps frames of what is seen.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Lets go of the camera.</source>
      <translation>Lets go of the camera.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Live; nothing is kept yet.</source>
      <translation>Live; nothing is kept yet.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Opening {source}…</source>
      <translation>Opening {source}…</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Opening…</source>
      <translation>Opening…</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Say which camera, video or address.</source>
      <translation>Say which camera, video or address.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Set up DeepSeg first, with the button in its docks.</source>
      <translation>Set up DeepSeg first, with the button in its docks.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Shows what is seen; nothing is kept.</source>
      <translation>Shows what is seen; nothing is kept.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Videos</source>
      <translation>Videos</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>Video…</source>
      <translation>Video…</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>What the camera sees is shown here.</source>
      <translation>What the camera sees is shown here.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>{n} frames were taken.</source>
      <translation>{n} frames were taken.</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>■ Hide</source>
      <translation>■ Hide</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>■ Stop</source>
      <translation>■ Stop</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>▶ Show</source>
      <translation>▶ Show</translation>
    </message>
    <message>
      <location filename="../docks/camera_dialog.py" />
      <source>● Take frames</source>
      <translation>● Take frames</translation>
    </message>
    <message>
      <location filename="../docks/camera_form.py" />
      <source>A frame every</source>
      <translation>A frame every</translation>
    </message>
    <message>
      <location filename="../docks/camera_form.py" />
      <source>every picture</source>
      <translation>every picture</translation>
    </message>
    <message>
      <location filename="../docks/camera_form.py" />
      <source>until I stop</source>
      <translation>until I stop</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>A category needs a name, so it is still called {name}.</source>
      <translation>A category needs a name, so it is still called {name}.</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Add</source>
      <translation>Add</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Add category</source>
      <translation>Add category</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Categories</source>
      <translation>Categories</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Category</source>
      <translation>Category</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Change color…</source>
      <translation>Change color…</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Choose the color that the picked category has everywhere.</source>
      <translation>Choose the color that the picked category has everywhere.</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Color</source>
      <translation>Color</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Color of {name}</source>
      <translation>Color of {name}</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Delete</source>
      <translation>Delete</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Delete the picked category; you are asked what becomes of its labels.</source>
      <translation>Delete the picked category; you are asked what becomes of its labels.</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Delete…</source>
      <translation>Delete…</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Double click to choose another color.</source>
      <translation>Double click to choose another color.</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Key</source>
      <translation>Key</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Press this key on the map to draw labels of the category.</source>
      <translation>Press this key on the map to draw labels of the category.</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Rename</source>
      <translation>Rename</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>Rename the picked category; its labels follow (F2 or double click).</source>
      <translation>Rename the picked category; its labels follow (F2 or double click).</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>There is already a category called {new}, so this one is still called {old}.</source>
      <translation>There is already a category called {new}, so this one is still called {old}.</translation>
    </message>
    <message>
      <location filename="../docks/category_list.py" />
      <source>{name}: double click or press F2 to rename it.</source>
      <translation>{name}: double click or press F2 to rename it.</translation>
    </message>
    <message>
      <location filename="../docks/category_section.py" />
      <source>1 label was imported.</source>
      <translation>1 label was imported.</translation>
    </message>
    <message>
      <location filename="../docks/category_section.py" />
      <source>A label is a polygon that you draw around one thing. A training area is a polygon in which you have labeled everything, so that DeepSeg also learns what is not there.</source>
      <translation>A label is a polygon that you draw around one thing. A training area is a polygon in which you have labeled everything, so that DeepSeg also learns what is not there.</translation>
    </message>
    <message>
      <location filename="../docks/category_section.py" />
      <source>Import labels…</source>
      <translation>Import labels…</translation>
    </message>
    <message>
      <location filename="../docks/category_section.py" />
      <source>New categories: {names}.</source>
      <translation>New categories: {names}.</translation>
    </message>
    <message>
      <location filename="../docks/category_section.py" />
      <source>No label was imported.</source>
      <translation>No label was imported.</translation>
    </message>
    <message>
      <location filename="../docks/category_section.py" />
      <source>Take over polygons from a file or another layer as labels.</source>
      <translation>Take over polygons from a file or another layer as labels.</translation>
    </message>
    <message>
      <location filename="../docks/category_section.py" />
      <source>category {n}</source>
      <translation>category {n}</translation>
    </message>
    <message>
      <location filename="../docks/category_section.py" />
      <source>{n} labels were imported.</source>
      <translation>{n} labels were imported.</translation>
    </message>
    <message>
      <location filename="../docks/category_section.py" />
      <source>{n} were left out, because they have no usable outline or are there already.</source>
      <translation>{n} were left out, because they have no usable outline or are there already.</translation>
    </message>
    <message>
      <location filename="../docks/chart.py" />
      <source>Choose a folder that you may write to.</source>
      <translation>Choose a folder that you may write to.</translation>
    </message>
    <message>
      <location filename="../docks/chart.py" />
      <source>Save as a picture or a table</source>
      <translation>Save as a picture or a table</translation>
    </message>
    <message>
      <location filename="../docks/chart.py" />
      <source>Save picture</source>
      <translation>Save picture</translation>
    </message>
    <message>
      <location filename="../docks/chart.py" />
      <source>Save picture (PNG)…</source>
      <translation>Save picture (PNG)…</translation>
    </message>
    <message>
      <location filename="../docks/chart.py" />
      <source>Save table</source>
      <translation>Save table</translation>
    </message>
    <message>
      <location filename="../docks/chart.py" />
      <source>Save table (CSV)…</source>
      <translation>Save table (CSV)…</translation>
    </message>
    <message>
      <location filename="../docks/chart.py" />
      <source>{path} could not be written.</source>
      <translation>{path} could not be written.</translation>
    </message>
    <message>
      <location filename="../docks/check_section.py" />
      <source>1 label was repaired.</source>
      <translation>1 label was repaired.</translation>
    </message>
    <message>
      <location filename="../docks/check_section.py" />
      <source>Draw or import labels first.</source>
      <translation>Draw or import labels first.</translation>
    </message>
    <message>
      <location filename="../docks/check_section.py" />
      <source>Look for labels that would teach the model something wrong. It needs no engine and changes nothing.</source>
      <translation>Look for labels that would teach the model something wrong. It needs no engine and changes nothing.</translation>
    </message>
    <message>
      <location filename="../docks/check_section.py" />
      <source>Not checked yet.</source>
      <translation>Not checked yet.</translation>
    </message>
    <message>
      <location filename="../docks/check_section.py" />
      <source>The check finds labels that are invalid, drawn twice, overlapping, off the rasters, outside all areas or too small, and categories with too few labels. It also sees what is not saved yet.</source>
      <translation>The check finds labels that are invalid, drawn twice, overlapping, off the rasters, outside all areas or too small, and categories with too few labels. It also sees what is not saved yet.</translation>
    </message>
    <message>
      <location filename="../docks/check_section.py" />
      <source>There was nothing left to repair: the labels have changed since the check. Check them again.</source>
      <translation>There was nothing left to repair: the labels have changed since the check. Check them again.</translation>
    </message>
    <message>
      <location filename="../docks/check_section.py" />
      <source>Undo takes it back; save the labels to keep it.</source>
      <translation>Undo takes it back; save the labels to keep it.</translation>
    </message>
    <message>
      <location filename="../docks/check_section.py" />
      <source>{n} labels were repaired.</source>
      <translation>{n} labels were repaired.</translation>
    </message>
    <message>
      <location filename="../docks/clear_control.py" />
      <source>There is nothing to bring back: the project has been saved or closed since.</source>
      <translation>There is nothing to bring back: the project has been saved or closed since.</translation>
    </message>
    <message>
      <location filename="../docks/clear_control.py" />
      <source>Undo</source>
      <translation>Undo</translation>
    </message>
    <message>
      <location filename="../docks/clear_control.py" />
      <source>Undo clearing</source>
      <translation>Undo clearing</translation>
    </message>
    <message>
      <location filename="../docks/clear_control.py" />
      <source>Undo clearing: bring the polygons back as they were.</source>
      <translation>Undo clearing: bring the polygons back as they were.</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/clear_control.py" />
      <source>{n} footprints were taken off the map.</source>
      <translation>
        <numerusform>{n} footprint was taken off the map.</numerusform>
        <numerusform>{n} footprints were taken off the map.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/comparison_table.py" />
      <source>Runs side by side</source>
      <translation>Runs side by side</translation>
    </message>
    <message>
      <location filename="../docks/count_chart.py" />
      <source>(none)</source>
      <translation>(none)</translation>
    </message>
    <message>
      <location filename="../docks/count_chart.py" />
      <source>Footprints per category</source>
      <translation>Footprints per category</translation>
    </message>
    <message>
      <location filename="../docks/count_chart.py" />
      <source>It is not known how large the ground of these images is.</source>
      <translation>It is not known how large the ground of these images is.</translation>
    </message>
    <message>
      <location filename="../docks/count_chart.py" />
      <source>It is not known how much ground they cover.</source>
      <translation>It is not known how much ground they cover.</translation>
    </message>
    <message>
      <location filename="../docks/count_chart.py" />
      <source>No footprint is shown.</source>
      <translation>No footprint is shown.</translation>
    </message>
    <message>
      <location filename="../docks/curve_graph.py" />
      <source>Nothing was found at all.</source>
      <translation>Nothing was found at all.</translation>
    </message>
    <message>
      <location filename="../docks/curve_graph.py" />
      <source>Precision-recall curve</source>
      <translation>Precision-recall curve</translation>
    </message>
    <message>
      <location filename="../docks/curve_graph.py" />
      <source>The curve appears here after an evaluation.</source>
      <translation>The curve appears here after an evaluation.</translation>
    </message>
    <message>
      <location filename="../docks/curve_graph.py" />
      <source>precision {value}</source>
      <translation>precision {value}</translation>
    </message>
    <message>
      <location filename="../docks/curve_graph.py" />
      <source>recall {value}</source>
      <translation>recall {value}</translation>
    </message>
    <message>
      <location filename="../docks/curve_graph.py" />
      <source>score at least {percent} %</source>
      <translation>score at least {percent} %</translation>
    </message>
    <message>
      <location filename="../docks/cutting_buttons.py" />
      <source>Make one raster of the tiles in a folder, also after another program has changed them.</source>
      <translation>Make one raster of the tiles in a folder, also after another program has changed them.</translation>
    </message>
    <message>
      <location filename="../docks/cutting_buttons.py" />
      <source>Put tiles together…</source>
      <translation>Put tiles together…</translation>
    </message>
    <message>
      <location filename="../docks/cutting_buttons.py" />
      <source>Save each tile as a file that lies where its pixels lay.</source>
      <translation>Save each tile as a file that lies where its pixels lay.</translation>
    </message>
    <message>
      <location filename="../docks/cutting_buttons.py" />
      <source>Save tiles…</source>
      <translation>Save tiles…</translation>
    </message>
    <message>
      <location filename="../docks/dock.py" />
      <source>Drop {name} on the dock Labels.</source>
      <translation>Drop {name} on the dock Labels.</translation>
    </message>
    <message>
      <location filename="../docks/dock.py" />
      <source>Drop {name} on the dock Prediction: it takes frames.</source>
      <translation>Drop {name} on the dock Prediction: it takes frames.</translation>
    </message>
    <message>
      <location filename="../docks/dock.py" />
      <source>Folders inside it hold more rasters ({n}): drop those folders as well.</source>
      <translation>Folders inside it hold more rasters ({n}): drop those folders as well.</translation>
    </message>
    <message>
      <location filename="../docks/dock.py" />
      <source>Make or open a project first, in the dock Labels; then drop the rasters again.</source>
      <translation>Make or open a project first, in the dock Labels; then drop the rasters again.</translation>
    </message>
    <message>
      <location filename="../docks/dock.py" />
      <source>One file of labels is taken at a time; a folder full of them by “Import labels…” &gt; “Folder…”.</source>
      <translation>One file of labels is taken at a time; a folder full of them by “Import labels…” &gt; “Folder…”.</translation>
    </message>
    <message>
      <location filename="../docks/dock.py" />
      <source>There is nothing in it that DeepSeg reads.</source>
      <translation>There is nothing in it that DeepSeg reads.</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>1 unsaved change</source>
      <translation>1 unsaved change</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>Add a category first.</source>
      <translation>Add a category first.</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>All labels are saved.</source>
      <translation>All labels are saved.</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>An area tells DeepSeg where to work. Inside a training area label everything of your categories: what has no label there is taken for background.</source>
      <translation>An area tells DeepSeg where to work. Inside a training area label everything of your categories: what has no label there is taken for background.</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>Draw</source>
      <translation>Draw</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>Draw an area on the map. {meaning}</source>
      <translation>Draw an area on the map. {meaning}</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>Draw area ({key})</source>
      <translation>Draw area ({key})</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>Draw labels of {category} on the map: click the corners, end with a right click. The tool stays ready for the next one; hold Space to pan.</source>
      <translation>Draw labels of {category} on the map: click the corners, end with a right click. The tool stays ready for the next one; hold Space to pan.</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>Draw {category}</source>
      <translation>Draw {category}</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>Draw {category} ({key})</source>
      <translation>Draw {category} ({key})</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>Save labels</source>
      <translation>Save labels</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>There is nothing to save.</source>
      <translation>There is nothing to save.</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>What the area is for</source>
      <translation>What the area is for</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>Write drawn labels and areas to the project's file. Until then you can undo each of them.</source>
      <translation>Write drawn labels and areas to the project's file. Until then you can undo each of them.</translation>
    </message>
    <message>
      <location filename="../docks/draw_panel.py" />
      <source>{n} unsaved changes</source>
      <translation>{n} unsaved changes</translation>
    </message>
    <message>
      <location filename="../docks/estimate_line.py" />
      <source>Estimate</source>
      <translation>Estimate</translation>
    </message>
    <message>
      <location filename="../docks/estimate_line.py" />
      <source>Try a few tiles, and say how long it will take and how much memory and disk. Nothing is written.</source>
      <translation>Try a few tiles, and say how long it will take and how much memory and disk. Nothing is written.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>All runs side by side: settings, scores and times.</source>
      <translation>All runs side by side: settings, scores and times.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Choose a model, or train one first.</source>
      <translation>Choose a model, or train one first.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Compare what the model finds in the test areas with your labels.</source>
      <translation>Compare what the model finds in the test areas with your labels.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>DeepSeg is at work; STOP is above.</source>
      <translation>DeepSeg is at work; STOP is above.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Draw it on the map: a click for each corner, a right click to end.</source>
      <translation>Draw it on the map: a click for each corner, a right click to end.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Evaluation</source>
      <translation>Evaluation</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>History…</source>
      <translation>History…</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Keep one area for the test</source>
      <translation>Keep one area for the test</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Labels in areas with the role Evaluation. Everything inside them must be labeled, else right footprints count as false.</source>
      <translation>Labels in areas with the role Evaluation. Everything inside them must be labeled, else right footprints count as false.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Make or open a project first, in the dock Labels.</source>
      <translation>Make or open a project first, in the dock Labels.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Matches of {model}</source>
      <translation>Matches of {model}</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Misses</source>
      <translation>Misses</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Misses ({n})</source>
      <translation>Misses ({n})</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Score</source>
      <translation>Score</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Set up DeepSeg first, with the button above.</source>
      <translation>Set up DeepSeg first, with the button above.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Show misses</source>
      <translation>Show misses</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Test on</source>
      <translation>Test on</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>Test on ground kept aside for it.</source>
      <translation>Test on ground kept aside for it.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_dock.py" />
      <source>▶ EVALUATE</source>
      <translation>▶ EVALUATE</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>&lt;b&gt;{model}&lt;/b&gt;, evaluated {date}</source>
      <translation>&lt;b&gt;{model}&lt;/b&gt;, evaluated {date}</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>A model is tested on ground it has never seen. Draw one area, apart from the training areas, and label everything inside.</source>
      <translation>A model is tested on ground it has never seen. Draw one area, apart from the training areas, and label everything inside.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>Add a raster to test on, in the dock Labels.</source>
      <translation>Add a raster to test on, in the dock Labels.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>Nothing is set aside for the test yet.</source>
      <translation>Nothing is set aside for the test yet.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>There is no label in the test area: label everything inside it first.</source>
      <translation>There is no label in the test area: label everything inside it first.</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>There is no test area, so the whole of the evaluation rasters counts as labeled.</source>
      <translation>There is no test area, so the whole of the evaluation rasters counts as labeled.</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/evaluation_words.py" />
      <source>{model}: {found} of {n} labels were found, F1 {f1}, mAP {map}.</source>
      <translation>
        <numerusform>{model}: {found} of {n} label was found, F1 {f1}, mAP {map}.</numerusform>
        <numerusform>{model}: {found} of {n} labels were found, F1 {f1}, mAP {map}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>{n} label</source>
      <translation>{n} label</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>{n} labels</source>
      <translation>{n} labels</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>{n} of the test areas lie on ground that is learned from: the scores would be too good.</source>
      <translation>{n} of the test areas lie on ground that is learned from: the scores would be too good.</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/evaluation_words.py" />
      <source>{n} of the test areas lies on ground that is learned from: the scores would be too good.</source>
      <translation>
        <numerusform>{n} of the test areas lies on ground that is learned from: the scores would be too good.</numerusform>
        <numerusform>{n} of the test areas lie on ground that is learned from: the scores would be too good.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>{n} raster</source>
      <translation>{n} raster</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>{n} rasters</source>
      <translation>{n} rasters</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>{n} test area</source>
      <translation>{n} test area</translation>
    </message>
    <message>
      <location filename="../docks/evaluation_words.py" />
      <source>{n} test areas</source>
      <translation>{n} test areas</translation>
    </message>
    <message>
      <location filename="../docks/export.py" />
      <source>Add them to a layer of yours, which you can undo there until you save it.</source>
      <translation>Add them to a layer of yours, which you can undo there until you save it.</translation>
    </message>
    <message>
      <location filename="../docks/export.py" />
      <source>Append to a layer…</source>
      <translation>Append to a layer…</translation>
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
      <translation>Export</translation>
    </message>
    <message>
      <location filename="../docks/export.py" />
      <source>Export footprints</source>
      <translation>Export footprints</translation>
    </message>
    <message>
      <location filename="../docks/export.py" />
      <source>Exporting footprints</source>
      <translation>Exporting footprints</translation>
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
      <translation>Longitude and latitude, for maps and GIS.</translation>
    </message>
    <message>
      <location filename="../docks/export.py" />
      <source>Pixels of each raster, for programs of machine learning.</source>
      <translation>Pixels of each raster, for programs of machine learning.</translation>
    </message>
    <message>
      <location filename="../docks/export.py" />
      <source>The export was stopped; no file was written.</source>
      <translation>The export was stopped; no file was written.</translation>
    </message>
    <message>
      <location filename="../docks/export.py" />
      <source>Write the footprints that are shown into a file for other programs.</source>
      <translation>Write the footprints that are shown into a file for other programs.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>A GeoTIFF per raster whose pixels number the labels, and a table of what they mean.</source>
      <translation>A GeoTIFF per raster whose pixels number the labels, and a table of what they mean.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>A JSON file per raster. Labels with holes become masks of pixels.</source>
      <translation>A JSON file per raster. Labels with holes become masks of pixels.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>A folder with data.yaml and a text file per raster, as Ultralytics reads it.</source>
      <translation>A folder with data.yaml and a text file per raster, as Ultralytics reads it.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>A project for VIA 2, or with the ending .csv its annotations alone.</source>
      <translation>A project for VIA 2, or with the ending .csv its annotations alone.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>In map coordinates. A GeoPackage keeps the categories and their colors as a table.</source>
      <translation>In map coordinates. A GeoPackage keeps the categories and their colors as a table.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>Label rasters (GeoTIFF)</source>
      <translation>Label rasters (GeoTIFF)</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>Labels with holes become masks of pixels; colors are kept.</source>
      <translation>Labels with holes become masks of pixels; colors are kept.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>Masks with a palette. Where labels lie on one another, the smaller one has the pixels.</source>
      <translation>Masks with a palette. Where labels lie on one another, the smaller one has the pixels.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>The project's labels, on all of its rasters, for another program.</source>
      <translation>The project's labels, on all of its rasters, for another program.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>This folder is not empty. Choose a new one, or empty it.</source>
      <translation>This folder is not empty. Choose a new one, or empty it.</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>Write to</source>
      <translation>Write to</translation>
    </message>
    <message>
      <location filename="../docks/export_labels_dialog.py" />
      <source>labels</source>
      <translation>labels</translation>
    </message>
    <message>
      <location filename="../docks/export_menu.py" />
      <source>Cut rasters and labels into pieces that other programs train from: YOLO, COCO, masks or ArcGIS.</source>
      <translation>Cut rasters and labels into pieces that other programs train from: YOLO, COCO, masks or ArcGIS.</translation>
    </message>
    <message>
      <location filename="../docks/export_menu.py" />
      <source>Labels…</source>
      <translation>Labels…</translation>
    </message>
    <message>
      <location filename="../docks/export_menu.py" />
      <source>There are no labels yet.</source>
      <translation>There are no labels yet.</translation>
    </message>
    <message>
      <location filename="../docks/export_menu.py" />
      <source>Training data for other programs…</source>
      <translation>Training data for other programs…</translation>
    </message>
    <message>
      <location filename="../docks/export_menu.py" />
      <source>Write labels, or pictures with their labels, for other programs.</source>
      <translation>Write labels, or pictures with their labels, for other programs.</translation>
    </message>
    <message>
      <location filename="../docks/export_menu.py" />
      <source>Write the labels for another program: COCO, YOLO, Pascal VOC and more.</source>
      <translation>Write the labels for another program: COCO, YOLO, Pascal VOC and more.</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>1 finding.</source>
      <translation>1 finding.</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>DeepSeg can repair it all; every repair can be undone.</source>
      <translation>DeepSeg can repair it all; every repair can be undone.</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>DeepSeg can repair {n} of them; every repair can be undone.</source>
      <translation>DeepSeg can repair {n} of them; every repair can be undone.</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>Everything is in order: nothing was found.</source>
      <translation>Everything is in order: nothing was found.</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>Finding</source>
      <translation>Finding</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>Kind</source>
      <translation>Kind</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>Pick a finding to see its place on the map.</source>
      <translation>Pick a finding to see its place on the map.</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>Repair</source>
      <translation>Repair</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>Repair all findings of this kind. {tip}</source>
      <translation>Repair all findings of this kind. {tip}</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>Repair all {n} alike</source>
      <translation>Repair all {n} alike</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>You decide what to do: pick one to see its place.</source>
      <translation>You decide what to do: pick one to see its place.</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>{message} Repair: {repair}.</source>
      <translation>{message} Repair: {repair}.</translation>
    </message>
    <message>
      <location filename="../docks/findings_table.py" />
      <source>{n} findings.</source>
      <translation>{n} findings.</translation>
    </message>
    <message>
      <location filename="../docks/history_desk.py" />
      <source>The model {path} is not there any more; choose another one.</source>
      <translation>The model {path} is not there any more; choose another one.</translation>
    </message>
    <message>
      <location filename="../docks/history_desk.py" />
      <source>The settings of {run} are in the dock {dock}. Change what you like, then begin.</source>
      <translation>The settings of {run} are in the dock {dock}. Change what you like, then begin.</translation>
    </message>
    <message>
      <location filename="../docks/history_desk.py" />
      <source>as the dock Prediction shows them</source>
      <translation>as the dock Prediction shows them</translation>
    </message>
    <message>
      <location filename="../docks/history_desk.py" />
      <source>score from {percent}</source>
      <translation>score from {percent}</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Again, with other settings…</source>
      <translation>Again, with other settings…</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>All runs</source>
      <translation>All runs</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Copy command line</source>
      <translation>Copy command line</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>For a terminal, a script or another computer.</source>
      <translation>For a terminal, a script or another computer.</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>History</source>
      <translation>History</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Nothing has been run yet: trainings, evaluations and predictions come here by themselves.</source>
      <translation>Nothing has been run yet: trainings, evaluations and predictions come here by themselves.</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Open its folder</source>
      <translation>Open its folder</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Pick a run to see all of its settings; pick several, with Ctrl, to see them side by side.</source>
      <translation>Pick a run to see all of its settings; pick several, with Ctrl, to see them side by side.</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Puts its settings into the dock, where you change them and begin.</source>
      <translation>Puts its settings into the dock, where you change them and begin.</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Run</source>
      <translation>Run</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Save table…</source>
      <translation>Save table…</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Table</source>
      <translation>Table</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>The table is in {path}.</source>
      <translation>The table is in {path}.</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Time</source>
      <translation>Time</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>What</source>
      <translation>What</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>When</source>
      <translation>When</translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>Which runs</source>
      <translation>Which runs</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/history_dialog.py" />
      <source>{n} command lines were copied.</source>
      <translation>
        <numerusform>{n} command line was copied.</numerusform>
        <numerusform>{n} command lines were copied.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/history_dialog.py" />
      <source>{path} cannot be written: {cause}.</source>
      <translation>{path} cannot be written: {cause}.</translation>
    </message>
    <message>
      <location filename="../docks/history_graph.py" />
      <source>Epoch {epoch}</source>
      <translation>Epoch {epoch}</translation>
    </message>
    <message>
      <location filename="../docks/history_graph.py" />
      <source>Graph of the training, empty</source>
      <translation>Graph of the training, empty</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/history_graph.py" />
      <source>Graph of {n} epochs, the best is epoch {epoch}</source>
      <translation>
        <numerusform>Graph of {n} epoch, the best is epoch {epoch}</numerusform>
        <numerusform>Graph of {n} epochs, the best is epoch {epoch}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/history_graph.py" />
      <source>Score and loss appear here after the first epoch.</source>
      <translation>Score and loss appear here after the first epoch.</translation>
    </message>
    <message>
      <location filename="../docks/history_graph.py" />
      <source>Training loss per epoch</source>
      <translation>Training loss per epoch</translation>
    </message>
    <message>
      <location filename="../docks/history_graph.py" />
      <source>Validation score</source>
      <translation>Validation score</translation>
    </message>
    <message>
      <location filename="../docks/history_graph.py" />
      <source>best</source>
      <translation>best</translation>
    </message>
    <message>
      <location filename="../docks/history_graph.py" />
      <source>loss {loss}</source>
      <translation>loss {loss}</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Batch</source>
      <translation>Batch</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Computed with</source>
      <translation>Computed with</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>End early after</source>
      <translation>End early after</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>F1 of each category</source>
      <translation>F1 of each category</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Family</source>
      <translation>Family</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Fill holes up to</source>
      <translation>Fill holes up to</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Footprints ({condition})</source>
      <translation>Footprints ({condition})</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Ground that they cover ({condition})</source>
      <translation>Ground that they cover ({condition})</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Keep what redrawing needs</source>
      <translation>Keep what redrawing needs</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Prediction</source>
      <translation>Prediction</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Scores</source>
      <translation>Scores</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Settings</source>
      <translation>Settings</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Settings that differ</source>
      <translation>Settings that differ</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Simplify by</source>
      <translation>Simplify by</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Smooth within</source>
      <translation>Smooth within</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Start from</source>
      <translation>Start from</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>Training</source>
      <translation>Training</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>all</source>
      <translation>all</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>done</source>
      <translation>done</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>failed</source>
      <translation>failed</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>no</source>
      <translation>no</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>not finished</source>
      <translation>not finished</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>stopped</source>
      <translation>stopped</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>yes</source>
      <translation>yes</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/history_words.py" />
      <source>{first} and {n} more</source>
      <translation>
        <numerusform>{first} and {n} more</numerusform>
        <numerusform>{first} and {n} more</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>{h} h {minutes} min</source>
      <translation>{h} h {minutes} min</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>{minutes} min {s} s</source>
      <translation>{minutes} min {s} s</translation>
    </message>
    <message>
      <location filename="../docks/history_words.py" />
      <source>{s} s</source>
      <translation>{s} s</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>+ File</source>
      <translation>+ File</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>+ Layer</source>
      <translation>+ Layer</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>+ View</source>
      <translation>+ View</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>Add a raster layer of this QGIS project.</source>
      <translation>Add a raster layer of this QGIS project.</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>Add files, or all rasters of a folder.</source>
      <translation>Add files, or all rasters of a folder.</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>Add rasters, or drop files here.</source>
      <translation>Add rasters, or drop files here.</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>All rasters of a folder…</source>
      <translation>All rasters of a folder…</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>Files…</source>
      <translation>Files…</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>Images</source>
      <translation>Images</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>Predict only in what the map shows, in the rasters that are seen there.</source>
      <translation>Predict only in what the map shows, in the rasters that are seen there.</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>Remove</source>
      <translation>Remove</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>Take frames from a camera, a video or a stream, with a live picture.</source>
      <translation>Take frames from a camera, a video or a stream, with a live picture.</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>Take the selected rasters off the list. Their files stay on disk.</source>
      <translation>Take the selected rasters off the list. Their files stay on disk.</translation>
    </message>
    <message>
      <location filename="../docks/image_list.py" />
      <source>cannot be read</source>
      <translation>cannot be read</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>&amp;Where</source>
      <translation>&amp;Where</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>Add a raster first.</source>
      <translation>Add a raster first.</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>Draw an area to predict in…</source>
      <translation>Draw an area to predict in…</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>Everywhere in them</source>
      <translation>Everywhere in them</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>In what the map shows</source>
      <translation>In what the map shows</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/image_section.py" />
      <source>In {n} areas for prediction</source>
      <translation>
        <numerusform>In {n} area for prediction</numerusform>
        <numerusform>In {n} areas for prediction</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>None of the ticked rasters lies there.</source>
      <translation>None of the ticked rasters lies there.</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>The map shows no raster file here. Add a raster, or move the map.</source>
      <translation>The map shows no raster file here. Add a raster, or move the map.</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>There is no area with the role {role}. Draw one, or choose another place.</source>
      <translation>There is no area with the role {role}. Draw one, or choose another place.</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>There is no raster in this folder.</source>
      <translation>There is no raster in this folder.</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>Tick at least one raster.</source>
      <translation>Tick at least one raster.</translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>{name} cannot be read. Untick it, or look where it is.</source>
      <translation>{name} cannot be read. Untick it, or look where it is.</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/image_section.py" />
      <source>{name} has {n} bands; the model reads band {needed}.</source>
      <translation>
        <numerusform>{name} has {n} band; the model reads band {needed}.</numerusform>
        <numerusform>{name} has {n} bands; the model reads band {needed}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/image_section.py" />
      <source>{placed} has coordinates and {other} has none. Predict in them one after the other: untick one kind.</source>
      <translation>{placed} has coordinates and {other} has none. Predict in them one after the other: untick one kind.</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>1 polygon will become a label.</source>
      <translation>1 polygon will become a label.</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>All files (*);;Vector files (*.gpkg *.geojson *.json *.shp *.kml *.gml *.fgb);;COCO, LabelMe, VIA (*.json *.csv);;YOLO (*.yaml *.yml);;Label rasters (*.tif *.tiff *.png)</source>
      <translation>All files (*);;Vector files (*.gpkg *.geojson *.json *.shp *.kml *.gml *.fgb);;COCO, LabelMe, VIA (*.json *.csv);;YOLO (*.yaml *.yml);;Label rasters (*.tif *.tiff *.png)</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Category from</source>
      <translation>Category from</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Choose a file: this QGIS project has no other layer of polygons.</source>
      <translation>Choose a file: this QGIS project has no other layer of polygons.</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Folder with labels</source>
      <translation>Folder with labels</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Folder…</source>
      <translation>Folder…</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>For labels in many files: YOLO, Pascal VOC, LabelMe, masks.</source>
      <translation>For labels in many files: YOLO, Pascal VOC, LabelMe, masks.</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Import</source>
      <translation>Import</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Labels of another program are read first, and matched with the project's rasters by file name. You are asked before they are added.</source>
      <translation>Labels of another program are read first, and matched with the project's rasters by file name. You are asked before they are added.</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Polygons of</source>
      <translation>Polygons of</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>Polygons of a file or layer, or labels of another program, become labels. They are copied.</source>
      <translation>Polygons of a file or layer, or labels of another program, become labels. They are copied.</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>The field whose values name what each polygon shows, such as roof or tree. Categories that are not in the project yet are added.</source>
      <translation>The field whose values name what each polygon shows, such as roof or tree. Categories that are not in the project yet are added.</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>There are no polygons in it.</source>
      <translation>There are no polygons in it.</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>no field: all become {category}</source>
      <translation>no field: all become {category}</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>the labels themselves</source>
      <translation>the labels themselves</translation>
    </message>
    <message>
      <location filename="../docks/import_dialog.py" />
      <source>{n} polygons will become labels.</source>
      <translation>{n} polygons will become labels.</translation>
    </message>
    <message>
      <location filename="../docks/label_exchange.py" />
      <source>1 label was read. Add it to the project?</source>
      <translation>1 label was read. Add it to the project?</translation>
    </message>
    <message>
      <location filename="../docks/label_exchange.py" />
      <source>1 label was written to {path}.</source>
      <translation>1 label was written to {path}.</translation>
    </message>
    <message>
      <location filename="../docks/label_exchange.py" />
      <source>Open folder</source>
      <translation>Open folder</translation>
    </message>
    <message>
      <location filename="../docks/label_exchange.py" />
      <source>and {n} more categories</source>
      <translation>and {n} more categories</translation>
    </message>
    <message>
      <location filename="../docks/label_exchange.py" />
      <source>without a category</source>
      <translation>without a category</translation>
    </message>
    <message>
      <location filename="../docks/label_exchange.py" />
      <source>{n} labels were read. Add them to the project?</source>
      <translation>{n} labels were read. Add them to the project?</translation>
    </message>
    <message>
      <location filename="../docks/label_exchange.py" />
      <source>{n} labels were written to {path}.</source>
      <translation>{n} labels were written to {path}.</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>A project keeps your categories, labels and areas in one file. Make a new one, or open one.</source>
      <translation>A project keeps your categories, labels and areas in one file. Make a new one, or open one.</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>Categories &amp; labels</source>
      <translation>Categories &amp; labels</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>Categories and labels</source>
      <translation>Categories and labels</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>DeepSeg project (*.gpkg)</source>
      <translation>DeepSeg project (*.gpkg)</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>Divide into tiles</source>
      <translation>Divide into tiles</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>Make a new project: one file for categories, labels and areas.</source>
      <translation>Make a new project: one file for categories, labels and areas.</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>Make or open a project first; then drop the labels again.</source>
      <translation>Make or open a project first; then drop the labels again.</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>New…</source>
      <translation>New…</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>No project is open</source>
      <translation>No project is open</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>Open a DeepSeg project</source>
      <translation>Open a DeepSeg project</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>Open a project that was made before.</source>
      <translation>Open a project that was made before.</translation>
    </message>
    <message>
      <location filename="../docks/labels_dock.py" />
      <source>Open…</source>
      <translation>Open…</translation>
    </message>
    <message>
      <location filename="../docks/map_keys.py" />
      <source>Draw an area</source>
      <translation>Draw an area</translation>
    </message>
    <message>
      <location filename="../docks/map_keys.py" />
      <source>Draw labels of category {n}</source>
      <translation>Draw labels of category {n}</translation>
    </message>
    <message>
      <location filename="../docks/messages.py" />
      <source>Copy details</source>
      <translation>Copy details</translation>
    </message>
    <message>
      <location filename="../docks/misses_table.py" />
      <source>A footprint where there is no label.</source>
      <translation>A footprint where there is no label.</translation>
    </message>
    <message>
      <location filename="../docks/misses_table.py" />
      <source>A label that the model did not find.</source>
      <translation>A label that the model did not find.</translation>
    </message>
    <message>
      <location filename="../docks/misses_table.py" />
      <source>A label that the model found, but with a lower score than the score threshold.</source>
      <translation>A label that the model found, but with a lower score than the score threshold.</translation>
    </message>
    <message>
      <location filename="../docks/misses_table.py" />
      <source>How much of both outlines is shared with the best counterpart; 50 % makes a match.</source>
      <translation>How much of both outlines is shared with the best counterpart; 50 % makes a match.</translation>
    </message>
    <message>
      <location filename="../docks/misses_table.py" />
      <source>How sure the model is.</source>
      <translation>How sure the model is.</translation>
    </message>
    <message>
      <location filename="../docks/misses_table.py" />
      <source>false</source>
      <translation>false</translation>
    </message>
    <message>
      <location filename="../docks/misses_table.py" />
      <source>missed</source>
      <translation>missed</translation>
    </message>
    <message>
      <location filename="../docks/misses_view.py" />
      <source>Next ▶</source>
      <translation>Next ▶</translation>
    </message>
    <message>
      <location filename="../docks/misses_view.py" />
      <source>Nothing was missed, and nothing is false.</source>
      <translation>Nothing was missed, and nothing is false.</translation>
    </message>
    <message>
      <location filename="../docks/misses_view.py" />
      <source>Show on the map</source>
      <translation>Show on the map</translation>
    </message>
    <message>
      <location filename="../docks/misses_view.py" />
      <source>Show what is right, false and missed as a layer.</source>
      <translation>Show what is right, false and missed as a layer.</translation>
    </message>
    <message>
      <location filename="../docks/misses_view.py" />
      <source>The first {n} are listed; the layer holds all.</source>
      <translation>The first {n} are listed; the layer holds all.</translation>
    </message>
    <message>
      <location filename="../docks/misses_view.py" />
      <source>right</source>
      <translation>right</translation>
    </message>
    <message>
      <location filename="../docks/misses_view.py" />
      <source>{missed} missed, {false} false. Pick one to see it on the map.</source>
      <translation>{missed} missed, {false} false. Pick one to see it on the map.</translation>
    </message>
    <message>
      <location filename="../docks/misses_view.py" />
      <source>◀ Previous</source>
      <translation>◀ Previous</translation>
    </message>
    <message>
      <location filename="../docks/model_box.py" />
      <source>&amp;Model</source>
      <translation>&amp;Model</translation>
    </message>
    <message>
      <location filename="../docks/model_box.py" />
      <source>Another model file</source>
      <translation>Another model file</translation>
    </message>
    <message>
      <location filename="../docks/model_box.py" />
      <source>Models</source>
      <translation>Models</translation>
    </message>
    <message>
      <location filename="../docks/model_box.py" />
      <source>choose a model</source>
      <translation>choose a model</translation>
    </message>
    <message>
      <location filename="../docks/model_box.py" />
      <source>no model yet</source>
      <translation>no model yet</translation>
    </message>
    <message>
      <location filename="../docks/model_card_view.py" />
      <source>Finds: {names}</source>
      <translation>Finds: {names}</translation>
    </message>
    <message>
      <location filename="../docks/model_card_view.py" />
      <source>Network: {family}, {encoder}</source>
      <translation>Network: {family}, {encoder}</translation>
    </message>
    <message>
      <location filename="../docks/model_card_view.py" />
      <source>The scores are those of the best epoch, on ground kept aside while it learned. The dock Evaluation measures it on your own test areas.</source>
      <translation>The scores are those of the best epoch, on ground kept aside while it learned. The dock Evaluation measures it on your own test areas.</translation>
    </message>
    <message>
      <location filename="../docks/model_card_view.py" />
      <source>bands {bands}</source>
      <translation>bands {bands}</translation>
    </message>
    <message>
      <location filename="../docks/model_card_view.py" />
      <source>precision</source>
      <translation>precision</translation>
    </message>
    <message>
      <location filename="../docks/model_card_view.py" />
      <source>recall</source>
      <translation>recall</translation>
    </message>
    <message>
      <location filename="../docks/model_card_view.py" />
      <source>{metres} per pixel</source>
      <translation>{metres} per pixel</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/model_card_view.py" />
      <source>{n} bands</source>
      <translation>
        <numerusform>{n} band</numerusform>
        <numerusform>{n} bands</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/model_card_view.py" />
      <source>{n} more</source>
      <translation>{n} more</translation>
    </message>
    <message>
      <location filename="../docks/placeless_offer.py" />
      <source>It is that of the project, {crs}</source>
      <translation>It is that of the project, {crs}</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/placeless_offer.py" />
      <source>{n} rasters say where they lie, but not in which coordinate system.</source>
      <translation>
        <numerusform>{n} raster says where it lies, but not in which coordinate system.</numerusform>
        <numerusform>{n} rasters say where they lie, but not in which coordinate system.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/prediction_dock.py" />
      <source>CLEAR POLYGONS</source>
      <translation>CLEAR POLYGONS</translation>
    </message>
    <message>
      <location filename="../docks/prediction_dock.py" />
      <source>Find things in the ticked rasters.</source>
      <translation>Find things in the ticked rasters.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_dock.py" />
      <source>Shape</source>
      <translation>Shape</translation>
    </message>
    <message>
      <location filename="../docks/prediction_dock.py" />
      <source>Take footprints off the map; their files stay.</source>
      <translation>Take footprints off the map; their files stay.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_dock.py" />
      <source>▶ PREDICT</source>
      <translation>▶ PREDICT</translation>
    </message>
    <message>
      <location filename="../docks/prediction_list.py" />
      <source>Compare…</source>
      <translation>Compare…</translation>
    </message>
    <message>
      <location filename="../docks/prediction_list.py" />
      <source>GO ON</source>
      <translation>GO ON</translation>
    </message>
    <message>
      <location filename="../docks/prediction_list.py" />
      <source>Go on where it was stopped.</source>
      <translation>Go on where it was stopped.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_list.py" />
      <source>More to do with this prediction</source>
      <translation>More to do with this prediction</translation>
    </message>
    <message>
      <location filename="../docks/prediction_list.py" />
      <source>No prediction yet.</source>
      <translation>No prediction yet.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_list.py" />
      <source>Past predictions</source>
      <translation>Past predictions</translation>
    </message>
    <message>
      <location filename="../docks/prediction_list.py" />
      <source>Zoom to it</source>
      <translation>Zoom to it</translation>
    </message>
    <message>
      <location filename="../docks/prediction_list.py" />
      <source>{name} (stopped)</source>
      <translation>{name} (stopped)</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Clear polygons</source>
      <translation>Clear polygons</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Delete prediction</source>
      <translation>Delete prediction</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/prediction_words.py" />
      <source>Delete {name} with its footprints? {n} files, {size}.</source>
      <translation>
        <numerusform>Delete {name} with its footprints? {n} file, {size}.</numerusform>
        <numerusform>Delete {name} with its footprints? {n} files, {size}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Edits that are not saved come back with Undo only.</source>
      <translation>Edits that are not saved come back with Undo only.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Lower the score threshold to see up to {n}.</source>
      <translation>Lower the score threshold to see up to {n}.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Measured: {what}.</source>
      <translation>Measured: {what}.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Model: {model}</source>
      <translation>Model: {model}</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Nothing was found. Is the raster as sharp as those that the model learned from?</source>
      <translation>Nothing was found. Is the raster as sharp as those that the model learned from?</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Only in what the map showed.</source>
      <translation>Only in what the map showed.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Only inside areas.</source>
      <translation>Only inside areas.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Redraw</source>
      <translation>Redraw</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Redraw outlines</source>
      <translation>Redraw outlines</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Stopped before its end; it can be gone on with.</source>
      <translation>Stopped before its end; it can be gone on with.</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/prediction_words.py" />
      <source>Take {n} footprints of {where} off the map?</source>
      <translation>
        <numerusform>Take {n} footprint of {where} off the map?</numerusform>
        <numerusform>Take {n} footprints of {where} off the map?</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>The engine could not tell what this takes.</source>
      <translation>The engine could not tell what this takes.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>The labels that were made of them stay.</source>
      <translation>The labels that were made of them stay.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>This cannot be undone. Labels that were made of its footprints stay.</source>
      <translation>This cannot be undone. Labels that were made of its footprints stay.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>Undo brings them back until the QGIS project is saved. Their files stay on disk; History shows them again.</source>
      <translation>Undo brings them back until the QGIS project is saved. Their files stay on disk; History shows them again.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>and {n} more</source>
      <translation>and {n} more</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>at most {size} of disk while it works</source>
      <translation>at most {size} of disk while it works</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>the first prediction will tell how long it takes</source>
      <translation>the first prediction will tell how long it takes</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/prediction_words.py" />
      <source>{n} footprints shown in {where}.</source>
      <translation>
        <numerusform>{n} footprint shown in {where}.</numerusform>
        <numerusform>{n} footprints shown in {where}.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/prediction_words.py" />
      <source>{n} footprints were accepted or rejected; these marks are lost.</source>
      <translation>
        <numerusform>{n} footprint was accepted or rejected; this mark is lost.</numerusform>
        <numerusform>{n} footprints were accepted or rejected; these marks are lost.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/prediction_words.py" />
      <source>{n} images</source>
      <translation>
        <numerusform>{n} image</numerusform>
        <numerusform>{n} images</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>{n} million pixels</source>
      <translation>{n} million pixels</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/prediction_words.py" />
      <source>{n} places could not be read; they are red on the map.</source>
      <translation>
        <numerusform>{n} place could not be read; it is red on the map.</numerusform>
        <numerusform>{n} places could not be read; they are red on the map.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>{n} thousand pixels</source>
      <translation>{n} thousand pixels</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/prediction_words.py" />
      <source>{n} tiles</source>
      <translation>
        <numerusform>{n} tile</numerusform>
        <numerusform>{n} tiles</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/prediction_words.py" />
      <source>{pixels} in about {n} tiles</source>
      <translation>
        <numerusform>{pixels} in about {n} tile</numerusform>
        <numerusform>{pixels} in about {n} tiles</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>{size} of memory</source>
      <translation>{size} of memory</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>{size} on disk</source>
      <translation>{size} on disk</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>⚠ Only {size} are free there.</source>
      <translation>⚠ Only {size} are free there.</translation>
    </message>
    <message>
      <location filename="../docks/prediction_words.py" />
      <source>⚠ {names}: being edited. Save the edits and end editing, then the threshold holds there too.</source>
      <translation>⚠ {names}: being edited. Save the edits and end editing, then the threshold holds there too.</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>A project keeps your categories, labels and areas in one file. Runs go beside it.</source>
      <translation>A project keeps your categories, labels and areas in one file. Runs go beside it.</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>Add the raster {name}</source>
      <translation>Add the raster {name}</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>Add {n} rasters</source>
      <translation>Add {n} rasters</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>Choose a place for the project.</source>
      <translation>Choose a place for the project.</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>Coordinate system of the labels. That of the raster is nearly always right; others are reprojected.</source>
      <translation>Coordinate system of the labels. That of the raster is nearly always right; others are reprojected.</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>Coordinates</source>
      <translation>Coordinates</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>Give the project a name.</source>
      <translation>Give the project a name.</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>Make project</source>
      <translation>Make project</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>My project</source>
      <translation>My project</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>Name</source>
      <translation>Name</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>New DeepSeg project</source>
      <translation>New DeepSeg project</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>Place</source>
      <translation>Place</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>The folder {folder} may not be written to. Choose another place.</source>
      <translation>The folder {folder} may not be written to. Choose another place.</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>There is already a file {name}. Choose another name, or open that project.</source>
      <translation>There is already a file {name}. Choose another name, or open that project.</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>Where to keep the project</source>
      <translation>Where to keep the project</translation>
    </message>
    <message>
      <location filename="../docks/project_dialog.py" />
      <source>none: pixels of the raster</source>
      <translation>none: pixels of the raster</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>1 area</source>
      <translation>1 area</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>1 footprint</source>
      <translation>1 footprint</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>1 label</source>
      <translation>1 label</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Delete category</source>
      <translation>Delete category</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Delete the category {category}? It has no labels.</source>
      <translation>Delete the category {category}? It has no labels.</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Delete the label</source>
      <translation>Delete the label</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Delete {n} labels</source>
      <translation>Delete {n} labels</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Keep without category</source>
      <translation>Keep without category</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Kept, labels and areas stay in the project, but nothing can be learned from them without a raster. Files on disk stay in any case, those of predictions too.</source>
      <translation>Kept, labels and areas stay in the project, but nothing can be learned from them without a raster. Files on disk stay in any case, those of predictions too.</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Labels without category stay in the table, but nothing is learned from them.</source>
      <translation>Labels without category stay in the table, but nothing is learned from them.</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Remove raster</source>
      <translation>Remove raster</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Remove the raster only</source>
      <translation>Remove the raster only</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Remove the rasters only</source>
      <translation>Remove the rasters only</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Remove them too</source>
      <translation>Remove them too</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Remove {name} from the project? Only on it: {parts}.</source>
      <translation>Remove {name} from the project? Only on it: {parts}.</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>Remove {n} rasters from the project? Only on them: {parts}.</source>
      <translation>Remove {n} rasters from the project? Only on them: {parts}.</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>The category {category} has 1 label. What is to happen to it?</source>
      <translation>The category {category} has 1 label. What is to happen to it?</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>The category {category} has {n} labels. What is to happen to them?</source>
      <translation>The category {category} has {n} labels. What is to happen to them?</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>{n} areas</source>
      <translation>{n} areas</translation>
    </message>
    <message>
      <location filename="../docks/questions.py" />
      <source>{n} footprints</source>
      <translation>{n} footprints</translation>
    </message>
    <message>
      <location filename="../docks/raster_adding.py" />
      <source>{names}: without coordinates, while the labels of this project have some ({crs}). Labels on them are not learned from: make a project of their own for them.</source>
      <translation>{names}: without coordinates, while the labels of this project have some ({crs}). Labels on them are not learned from: make a project of their own for them.</translation>
    </message>
    <message>
      <location filename="../docks/raster_adding.py" />
      <source>{name} is in the project already.</source>
      <translation>{name} is in the project already.</translation>
    </message>
    <message>
      <location filename="../docks/raster_adding.py" />
      <source>{n} more files could not be added either.</source>
      <translation>{n} more files could not be added either.</translation>
    </message>
    <message>
      <location filename="../docks/raster_choice.py" />
      <source>Add all rasters of a folder</source>
      <translation>Add all rasters of a folder</translation>
    </message>
    <message>
      <location filename="../docks/raster_choice.py" />
      <source>Add rasters</source>
      <translation>Add rasters</translation>
    </message>
    <message>
      <location filename="../docks/raster_choice.py" />
      <source>There is no other raster layer</source>
      <translation>There is no other raster layer</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>Add rasters from files, a folder, or the layers of this QGIS project.</source>
      <translation>Add rasters from files, a folder, or the layers of this QGIS project.</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>Layer of this QGIS project</source>
      <translation>Layer of this QGIS project</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>Show the whole picked raster on the map (or double click it).</source>
      <translation>Show the whole picked raster on the map (or double click it).</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>Take the picked rasters out of the project. Their files stay on disk.</source>
      <translation>Take the picked rasters out of the project. Their files stay on disk.</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>Used for</source>
      <translation>Used for</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>What {name} is used for</source>
      <translation>What {name} is used for</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>Zoom</source>
      <translation>Zoom</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>metres per pixel unknown</source>
      <translation>metres per pixel unknown</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>no coordinate system</source>
      <translation>no coordinate system</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>{metres} m</source>
      <translation>{metres} m</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>{path} cannot be read. Was it moved, or is its drive not connected?</source>
      <translation>{path} cannot be read. Was it moved, or is its drive not connected?</translation>
    </message>
    <message>
      <location filename="../docks/raster_list.py" />
      <source>{width} × {height} px</source>
      <translation>{width} × {height} px</translation>
    </message>
    <message>
      <location filename="../docks/raster_section.py" />
      <source>1 raster</source>
      <translation>1 raster</translation>
    </message>
    <message>
      <location filename="../docks/raster_section.py" />
      <source>Rasters without coordinates lie on one another. The picked one is shown.</source>
      <translation>Rasters without coordinates lie on one another. The picked one is shown.</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Add shape, colors and texture of every footprint to its attributes.</source>
      <translation>Add shape, colors and texture of every footprint to its attributes.</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Add the kind of every footprint, and how sure the classifier is of it.</source>
      <translation>Add the kind of every footprint, and how sure the classifier is of it.</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Clean shapes…</source>
      <translation>Clean shapes…</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Cut out…</source>
      <translation>Cut out…</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Learn to sort footprints into kinds, from those whose kind is known.</source>
      <translation>Learn to sort footprints into kinds, from those whose kind is known.</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Mask the raster…</source>
      <translation>Mask the raster…</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Measure…</source>
      <translation>Measure…</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>One picture per footprint, in a folder per category, with an index.</source>
      <translation>One picture per footprint, in a folder per category, with an index.</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Simplify, smooth or square the outlines; neighbors keep the walls they share.</source>
      <translation>Simplify, smooth or square the outlines; neighbors keep the walls they share.</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Sort into kinds…</source>
      <translation>Sort into kinds…</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Take the background away, or write a raster of categories, instances or scores.</source>
      <translation>Take the background away, or write a raster of categories, instances or scores.</translation>
    </message>
    <message>
      <location filename="../docks/result_tools.py" />
      <source>Train a classifier…</source>
      <translation>Train a classifier…</translation>
    </message>
    <message>
      <location filename="../docks/results_section.py" />
      <source>All images</source>
      <translation>All images</translation>
    </message>
    <message>
      <location filename="../docks/results_section.py" />
      <source>Nothing was chosen.</source>
      <translation>Nothing was chosen.</translation>
    </message>
    <message>
      <location filename="../docks/results_section.py" />
      <source>Review</source>
      <translation>Review</translation>
    </message>
    <message>
      <location filename="../docks/results_section.py" />
      <source>Statistics</source>
      <translation>Statistics</translation>
    </message>
    <message>
      <location filename="../docks/results_section.py" />
      <source>Tools</source>
      <translation>Tools</translation>
    </message>
    <message>
      <location filename="../docks/results_section.py" />
      <source>Which image is meant?</source>
      <translation>Which image is meant?</translation>
    </message>
    <message>
      <location filename="../docks/results_section.py" />
      <source>Which images</source>
      <translation>Which images</translation>
    </message>
    <message>
      <location filename="../docks/results_section.py" />
      <source>Which images are counted, reviewed, exported and cleared.</source>
      <translation>Which images are counted, reviewed, exported and cleared.</translation>
    </message>
    <message>
      <location filename="../docks/results_section.py" />
      <source>Which layer of footprints is meant?</source>
      <translation>Which layer of footprints is meant?</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/results_section.py" />
      <source>{n} footprints are in {path}.</source>
      <translation>
        <numerusform>{n} footprint is in {path}.</numerusform>
        <numerusform>{n} footprints are in {path}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>&amp;Look at</source>
      <translation>&amp;Look at</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Accept the footprint</source>
      <translation>Accept the footprint</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Accepted footprints become labels of your project, rejected ones fade. Those near the score threshold teach the model most. Keys, while this tab is in front: N next, B back, Y accept, X reject, E edit, S split, M merge.</source>
      <translation>Accepted footprints become labels of your project, rejected ones fade. Those near the score threshold teach the model most. Keys, while this tab is in front: N next, B back, Y accept, X reject, E edit, S split, M merge.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>All footprints shown have been looked at.</source>
      <translation>All footprints shown have been looked at.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Back to the one before.</source>
      <translation>Back to the one before.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Correct its outline with QGIS's vertex tool, then accept it.</source>
      <translation>Correct its outline with QGIS's vertex tool, then accept it.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Cut it in two with QGIS's own tool, where two things were taken for one.</source>
      <translation>Cut it in two with QGIS's own tool, where two things were taken for one.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Edit (E)</source>
      <translation>Edit (E)</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Edit the footprint</source>
      <translation>Edit the footprint</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>It is a label already. Undo in the layer of labels takes it back.</source>
      <translation>It is a label already. Undo in the layer of labels takes it back.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Join it with others where one thing was taken for several: select these on the map, then merge.</source>
      <translation>Join it with others where one thing was taken for several: select these on the map, then merge.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Leave it as it is and go to the next one.</source>
      <translation>Leave it as it is and go to the next one.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Make it a label.</source>
      <translation>Make it a label.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Make or open a project first: labels go there.</source>
      <translation>Make or open a project first: labels go there.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Mark it as wrong; it fades on the map.</source>
      <translation>Mark it as wrong; it fades on the map.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Merge (M)</source>
      <translation>Merge (M)</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Merge the footprint with others</source>
      <translation>Merge the footprint with others</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Next footprint</source>
      <translation>Next footprint</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Next ▶ (N)</source>
      <translation>Next ▶ (N)</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Opens Training with this model as its start: it learns what you accepted and corrected.</source>
      <translation>Opens Training with this model as its start: it learns what you accepted and corrected.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Predict first, or show a prediction from History.</source>
      <translation>Predict first, or show a prediction from History.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Press N or Next to see the first footprint on the map.</source>
      <translation>Press N or Next to see the first footprint on the map.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Previous footprint</source>
      <translation>Previous footprint</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Reject the footprint</source>
      <translation>Reject the footprint</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Shift-click those that belong to it, then Merge again</source>
      <translation>Shift-click those that belong to it, then Merge again</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Split (S)</source>
      <translation>Split (S)</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Split the footprint</source>
      <translation>Split the footprint</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>This footprint lies where the project's map has no coordinates.</source>
      <translation>This footprint lies where the project's map has no coordinates.</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>Train again from this model</source>
      <translation>Train again from this model</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>accepted</source>
      <translation>accepted</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>being edited; accept it when it is right</source>
      <translation>being edited; accept it when it is right</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>draw a line across it and end it with a right click; Next saves the parts</source>
      <translation>draw a line across it and end it with a right click; Next saves the parts</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>merged; accept it when it is right</source>
      <translation>merged; accept it when it is right</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>rejected</source>
      <translation>rejected</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>the largest first</source>
      <translation>the largest first</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>the least sure first</source>
      <translation>the least sure first</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>the surest first</source>
      <translation>the surest first</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/review.py" />
      <source>{done} of {n} looked at · {accepted} accepted · {rejected} rejected</source>
      <translation>
        <numerusform>{done} of {n} looked at · {accepted} accepted · {rejected} rejected</numerusform>
        <numerusform>{done} of {n} looked at · {accepted} accepted · {rejected} rejected</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>◀ Back (B)</source>
      <translation>◀ Back (B)</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>✓ Accept (Y)</source>
      <translation>✓ Accept (Y)</translation>
    </message>
    <message>
      <location filename="../docks/review.py" />
      <source>✗ Reject (X)</source>
      <translation>✗ Reject (X)</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>Areas: {counts}</source>
      <translation>Areas: {counts}</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>Evaluation area: kept away from training, to test the model on ground it has never seen; label everything inside.</source>
      <translation>Evaluation area: kept away from training, to test the model on ground it has never seen; label everything inside.</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>Evaluation raster: only used to test the model, never to learn from.</source>
      <translation>Evaluation raster: only used to test the model, never to learn from.</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>Prediction area: DeepSeg looks for footprints inside it; no labels are needed.</source>
      <translation>Prediction area: DeepSeg looks for footprints inside it; no labels are needed.</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>Prediction raster: DeepSeg looks for footprints on it; no labels are needed.</source>
      <translation>Prediction raster: DeepSeg looks for footprints on it; no labels are needed.</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>Training area: DeepSeg learns inside it, so label everything of your categories there.</source>
      <translation>Training area: DeepSeg learns inside it, so label everything of your categories there.</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>Training raster: your labels lie on it, and DeepSeg learns from it.</source>
      <translation>Training raster: your labels lie on it, and DeepSeg learns from it.</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>Validation</source>
      <translation>Validation</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>Validation area: here DeepSeg tries itself while it trains, to find the best epoch; label everything inside.</source>
      <translation>Validation area: here DeepSeg tries itself while it trains, to find the best epoch; label everything inside.</translation>
    </message>
    <message>
      <location filename="../docks/role_words.py" />
      <source>none yet</source>
      <translation>none yet</translation>
    </message>
    <message>
      <location filename="../docks/run_algorithm.py" />
      <source>It ended without saying why.</source>
      <translation>It ended without saying why.</translation>
    </message>
    <message>
      <location filename="../docks/run_algorithm.py" />
      <source>Note: {text}</source>
      <translation>Note: {text}</translation>
    </message>
    <message>
      <location filename="../docks/run_algorithm.py" />
      <source>Stopped.</source>
      <translation>Stopped.</translation>
    </message>
    <message>
      <location filename="../docks/run_algorithm.py" />
      <source>The log of the run tells more.</source>
      <translation>The log of the run tells more.</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>Ended before its first epoch was done.</source>
      <translation>Ended before its first epoch was done.</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/run_list.py" />
      <source>Epochs: {n}.</source>
      <translation>
        <numerusform>Epochs: {n}.</numerusform>
        <numerusform>Epochs: {n}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>Evaluate and predict with this model.</source>
      <translation>Evaluate and predict with this model.</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>Evaluation and Prediction use this model already.</source>
      <translation>Evaluation and Prediction use this model already.</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>Go on after epoch {done} of {n}, with the labels as they were when it began.</source>
      <translation>Go on after epoch {done} of {n}, with the labels as they were when it began.</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>In use by Evaluation and Prediction.</source>
      <translation>In use by Evaluation and Prediction.</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>MMM yyyy</source>
      <translation>MMM yyyy</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>More to do with this run</source>
      <translation>More to do with this run</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>No training yet.</source>
      <translation>No training yet.</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>Past trainings</source>
      <translation>Past trainings</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>RESUME</source>
      <translation>RESUME</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>Stopped after epoch {done} of {n}.</source>
      <translation>Stopped after epoch {done} of {n}.</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>The model is that of epoch {epoch}, the best.</source>
      <translation>The model is that of epoch {epoch}, the best.</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>This run has no model: it ended before its first epoch was done.</source>
      <translation>This run has no model: it ended before its first epoch was done.</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>Use this model</source>
      <translation>Use this model</translation>
    </message>
    <message>
      <location filename="../docks/run_list.py" />
      <source>d MMM</source>
      <translation>d MMM</translation>
    </message>
    <message>
      <location filename="../docks/run_log.py" />
      <source>Log</source>
      <translation>Log</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/score_table.py" />
      <source>High only if little is missed and little is false: {right} of {n} footprints are right.</source>
      <translation>
        <numerusform>High only if little is missed and little is false: {right} of {n} footprint is right.</numerusform>
        <numerusform>High only if little is missed and little is false: {right} of {n} footprints are right.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>How well things are found and outlined, over all score thresholds; it asks for close outlines.</source>
      <translation>How well things are found and outlined, over all score thresholds; it asks for close outlines.</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>How well things are found and outlined, whatever the score threshold. 1 is perfect.</source>
      <translation>How well things are found and outlined, whatever the score threshold. 1 is perfect.</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>No footprint reaches the score threshold.</source>
      <translation>No footprint reaches the score threshold.</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>Prec.</source>
      <translation>Prec.</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>Precision: the share of footprints that is right.</source>
      <translation>Precision: the share of footprints that is right.</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>Rec.</source>
      <translation>Rec.</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>Recall and precision in one number: it is high only if both are.</source>
      <translation>Recall and precision in one number: it is high only if both are.</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>Recall: the share of labels that was found.</source>
      <translation>Recall: the share of labels that was found.</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>Scores per category</source>
      <translation>Scores per category</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>The same where an outline that shares half with the label is good enough.</source>
      <translation>The same where an outline that shares half with the label is good enough.</translation>
    </message>
    <message>
      <location filename="../docks/score_table.py" />
      <source>There is no label here, so nothing can be said.</source>
      <translation>There is no label here, so nothing can be said.</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/score_table.py" />
      <source>{found} of {n} labels were found, {missed} were missed.</source>
      <translation>
        <numerusform>{found} of {n} label was found, {missed} were missed.</numerusform>
        <numerusform>{found} of {n} labels were found, {missed} were missed.</numerusform>
      </translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/score_table.py" />
      <source>{n} labels: {found} found, {missed} missed; {false} footprints are false</source>
      <translation>
        <numerusform>{n} label: {found} found, {missed} missed; {false} footprints are false</numerusform>
        <numerusform>{n} labels: {found} found, {missed} missed; {false} footprints are false</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/score_view.py" />
      <source>Best F1: {percent}</source>
      <translation>Best F1: {percent}</translation>
    </message>
    <message>
      <location filename="../docks/score_view.py" />
      <source>Chosen on these very labels, so it is a hint for other places and no result.</source>
      <translation>Chosen on these very labels, so it is a hint for other places and no result.</translation>
    </message>
    <message>
      <location filename="../docks/score_view.py" />
      <source>Evaluate again at {percent}</source>
      <translation>Evaluate again at {percent}</translation>
    </message>
    <message>
      <location filename="../docks/score_view.py" />
      <source>Footprints with a lower score do not count. A higher threshold makes fewer false footprints and misses more.</source>
      <translation>Footprints with a lower score do not count. A higher threshold makes fewer false footprints and misses more.</translation>
    </message>
    <message>
      <location filename="../docks/score_view.py" />
      <source>Open the report</source>
      <translation>Open the report</translation>
    </message>
    <message>
      <location filename="../docks/score_view.py" />
      <source>Precision {precision} (the share of footprints that is right) · mAP50 {map50}</source>
      <translation>Precision {precision} (the share of footprints that is right) · mAP50 {map50}</translation>
    </message>
    <message>
      <location filename="../docks/score_view.py" />
      <source>Score threshold &lt;b&gt;{percent}&lt;/b&gt;</source>
      <translation>Score threshold &lt;b&gt;{percent}&lt;/b&gt;</translation>
    </message>
    <message>
      <location filename="../docks/score_view.py" />
      <source>The map and the misses show what counts at {percent}.</source>
      <translation>The map and the misses show what counts at {percent}.</translation>
    </message>
    <message>
      <location filename="../docks/score_view.py" />
      <source>The same with pictures of the worst misses, in your browser.</source>
      <translation>The same with pictures of the worst misses, in your browser.</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/score_view.py" />
      <source>With {n} labels, recall at another place like this may be about {margin} higher or lower.</source>
      <translation>
        <numerusform>With {n} label, recall at another place like this may be about {margin} higher or lower.</numerusform>
        <numerusform>With {n} labels, recall at another place like this may be about {margin} higher or lower.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>Copied</source>
      <translation>Copied</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>Copies versions, places and the end of the log for a report; your name and folders are left out.</source>
      <translation>Copies versions, places and the end of the log for a report; your name and folders are left out.</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>Copy diagnostics</source>
      <translation>Copy diagnostics</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>DeepSeg computes with PyTorch, in an environment apart from QGIS: nothing of QGIS is changed. This is needed once for each version of DeepSeg; all profiles share it.</source>
      <translation>DeepSeg computes with PyTorch, in an environment apart from QGIS: nothing of QGIS is changed. This is needed once for each version of DeepSeg; all profiles share it.</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>DeepSeg is at work; wait until it is done.</source>
      <translation>DeepSeg is at work; wait until it is done.</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>DeepSeg is set up, with {path}. Set it up again only to change that or to mend it.</source>
      <translation>DeepSeg is set up, with {path}. Set it up again only to change that or to mend it.</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>DeepSeg is set up. You can close this window.</source>
      <translation>DeepSeg is set up. You can close this window.</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>Ends it and removes what was made.</source>
      <translation>Ends it and removes what was made.</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>Looking at this computer…</source>
      <translation>Looking at this computer…</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>Set up</source>
      <translation>Set up</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>Stop</source>
      <translation>Stop</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>Stopping, and removing what was made…</source>
      <translation>Stopping, and removing what was made…</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>What stands in the way is told above.</source>
      <translation>What stands in the way is told above.</translation>
    </message>
    <message>
      <location filename="../docks/setup_dialog.py" />
      <source>What will be done</source>
      <translation>What will be done</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>&amp;Compute on</source>
      <translation>&amp;Compute on</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>Choose the Python that has the engine's packages.</source>
      <translation>Choose the Python that has the engine's packages.</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>Choose the folder of wheels.</source>
      <translation>Choose the folder of wheels.</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>F&amp;older</source>
      <translation>F&amp;older</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>Made &amp;with</source>
      <translation>Made &amp;with</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>Make an environment for DeepSeg (recommended)</source>
      <translation>Make an environment for DeepSeg (recommended)</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>Packages &amp;from</source>
      <translation>Packages &amp;from</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>Python from 3.10 to 3.13</source>
      <translation>Python from 3.10 to 3.13</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>Use a Python of mine that has the packages already</source>
      <translation>Use a Python of mine that has the packages already</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>a folder of wheels (offline)</source>
      <translation>a folder of wheels (offline)</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>an NVIDIA GPU (CUDA)</source>
      <translation>an NVIDIA GPU (CUDA)</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>the Python that DeepSeg finds by itself</source>
      <translation>the Python that DeepSeg finds by itself</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>the internet</source>
      <translation>the internet</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>the processor (CPU)</source>
      <translation>the processor (CPU)</translation>
    </message>
    <message>
      <location filename="../docks/setup_form.py" />
      <source>whatever fits this computer</source>
      <translation>whatever fits this computer</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>Damaged places are left out and shown in red. Otherwise the prediction stops at the first one.</source>
      <translation>Damaged places are left out and shown in red. Otherwise the prediction stops at the first one.</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>Draw the outlines of {name} again, without the model.</source>
      <translation>Draw the outlines of {name} again, without the model.</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>For buildings: straight walls, along or across each building. Round ones stay.</source>
      <translation>For buildings: straight walls, along or across each building. Round ones stay.</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>How far an outline may move when its sides are straightened; 0 keeps the edges of the pixels.</source>
      <translation>How far an outline may move when its sides are straightened; 0 keeps the edges of the pixels.</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>Least area</source>
      <translation>Least area</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>Outlines can then be drawn again with another simplification, without the model. It needs disk.</source>
      <translation>Outlines can then be drawn again with another simplification, without the model. It needs disk.</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>Skip what cannot be read</source>
      <translation>Skip what cannot be read</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>Smaller footprints are hidden; nothing is computed again.</source>
      <translation>Smaller footprints are hidden; nothing is computed again.</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>any size</source>
      <translation>any size</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>half a pixel</source>
      <translation>half a pixel</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>none</source>
      <translation>none</translation>
    </message>
    <message>
      <location filename="../docks/shape_form.py" />
      <source>not at all</source>
      <translation>not at all</translation>
    </message>
    <message>
      <location filename="../docks/size_chart.py" />
      <source>How many footprints are how large</source>
      <translation>How many footprints are how large</translation>
    </message>
    <message>
      <location filename="../docks/size_chart.py" />
      <source>Number by size in m²</source>
      <translation>Number by size in m²</translation>
    </message>
    <message>
      <location filename="../docks/size_chart.py" />
      <source>The size of no footprint that is shown is known.</source>
      <translation>The size of no footprint that is shown is known.</translation>
    </message>
    <message>
      <location filename="../docks/size_chart.py" />
      <source>{begin} to {end} m²</source>
      <translation>{begin} to {end} m²</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>A table for spreadsheets: a row per category and image.</source>
      <translation>A table for spreadsheets: a row per category and image.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>All numbers with the sizes, for programs.</source>
      <translation>All numbers with the sizes, for programs.</translation>
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
      <translation>Check in the plugin manager that DeepSeg and Processing are switched on.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>DeepSeg: saving statistics</source>
      <translation>DeepSeg: saving statistics</translation>
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
      <translation>One page with charts and maps, to look at or to send.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>Open</source>
      <translation>Open</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>Report…</source>
      <translation>Report…</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>Save</source>
      <translation>Save</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>Save statistics</source>
      <translation>Save statistics</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>The algorithm {id} is not there.</source>
      <translation>The algorithm {id} is not there.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>The statistics are in {path}.</source>
      <translation>The statistics are in {path}.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_save.py" />
      <source>Write these numbers into a file, or a report with charts and maps.</source>
      <translation>Write these numbers into a file, or a report with charts and maps.</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/statistics_tab.py" />
      <source>&lt;b&gt;{n} footprints&lt;/b&gt; shown in {where}</source>
      <translation>
        <numerusform>&lt;b&gt;{n} footprint&lt;/b&gt; shown in {where}</numerusform>
        <numerusform>&lt;b&gt;{n} footprints&lt;/b&gt; shown in {where}</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>Density</source>
      <translation>Density</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>Ground covered</source>
      <translation>Ground covered</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>How many footprints are how large.</source>
      <translation>How many footprints are how large.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>How many footprints each category has.</source>
      <translation>How many footprints each category has.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>How many there are per hectare of the images, whole rectangles.</source>
      <translation>How many there are per hectare of the images, whole rectangles.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>How much ground the footprints of each category cover.</source>
      <translation>How much ground the footprints of each category cover.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>Mean</source>
      <translation>Mean</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>No footprint in {where} reaches the score threshold.</source>
      <translation>No footprint in {where} reaches the score threshold.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>Number</source>
      <translation>Number</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>Sizes</source>
      <translation>Sizes</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>The ground that all of them cover.</source>
      <translation>The ground that all of them cover.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>The ground that one of them covers, on average.</source>
      <translation>The ground that one of them covers, on average.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>Total</source>
      <translation>Total</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>What a prediction finds is counted here.</source>
      <translation>What a prediction finds is counted here.</translation>
    </message>
    <message>
      <location filename="../docks/statistics_tab.py" />
      <source>What the chart shows</source>
      <translation>What the chart shows</translation>
    </message>
    <message>
      <location filename="../docks/status_line.py" />
      <source>STOP</source>
      <translation>STOP</translation>
    </message>
    <message>
      <location filename="../docks/status_line.py" />
      <source>Stops the work; what is worth keeping is kept.</source>
      <translation>Stops the work; what is worth keeping is kept.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Add it to the areas with the role train; then label everything inside.</source>
      <translation>Add it to the areas with the role train; then label everything inside.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>All suggested areas have been looked at. Train again, then let areas be found anew.</source>
      <translation>All suggested areas have been looked at. Train again, then let areas be found anew.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Area {rank} of {n}</source>
      <translation>Area {rank} of {n}</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Areas in which the model in use is unsure, or which look otherwise than what you have labeled: labels there teach it most. Each area is of another kind than those before it.</source>
      <translation>Areas in which the model in use is unsure, or which look otherwise than what you have labeled: labels there teach it most. Each area is of another kind than those before it.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Check that the disk has room.</source>
      <translation>Check that the disk has room.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Find areas</source>
      <translation>Find areas</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>How many areas</source>
      <translation>How many areas</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>It is a training area: label everything inside.</source>
      <translation>It is a training area: label everything inside.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Leave it out and go to the next one.</source>
      <translation>Leave it out and go to the next one.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Let the model in use say where it would learn most.</source>
      <translation>Let the model in use say where it would learn most.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Make it a training area</source>
      <translation>Make it a training area</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Nothing was suggested yet. Train a model first; then it can say where it would learn most.</source>
      <translation>Nothing was suggested yet. Train a model first; then it can say where it would learn most.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Nothing was suggested yet. “Find areas” asks the model in use where it would learn most.</source>
      <translation>Nothing was suggested yet. “Find areas” asks the model in use where it would learn most.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Now label everything inside this area, then go to the next one. Undo takes the area back.</source>
      <translation>Now label everything inside this area, then go to the next one. Undo takes the area back.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Show the next area on the map.</source>
      <translation>Show the next area on the map.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>Skip</source>
      <translation>Skip</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>The folder {folder} cannot be made.</source>
      <translation>The folder {folder} cannot be made.</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>areas</source>
      <translation>areas</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>skipped</source>
      <translation>skipped</translation>
    </message>
    <message>
      <location filename="../docks/suggest_section.py" />
      <source>unsure {unsure} · looks otherwise {other}</source>
      <translation>unsure {unsure} · looks otherwise {other}</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/suggest_section.py" />
      <source>{n} areas are left. Next shows the first one.</source>
      <translation>
        <numerusform>{n} area is left. Next shows it.</numerusform>
        <numerusform>{n} areas are left. Next shows the first one.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/threshold_slider.py" />
      <source>&amp;Score threshold</source>
      <translation>&amp;Score threshold</translation>
    </message>
    <message>
      <location filename="../docks/threshold_slider.py" />
      <source>Score threshold of {name}</source>
      <translation>Score threshold of {name}</translation>
    </message>
    <message>
      <location filename="../docks/threshold_slider.py" />
      <source>The score says how sure the model is. Footprints with a lower score are hidden; move it after a prediction too, nothing has to be computed again.</source>
      <translation>The score says how sure the model is. Footprints with a lower score are hidden; move it after a prediction too, nothing has to be computed again.</translation>
    </message>
    <message>
      <location filename="../docks/threshold_slider.py" />
      <source>Thresholds of single categories</source>
      <translation>Thresholds of single categories</translation>
    </message>
    <message>
      <location filename="../docks/threshold_slider.py" />
      <source>as above</source>
      <translation>as above</translation>
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
      <translation>1 tile of {size}.</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>A tile is a rectangle of the raster. Tiles help you to work through a large raster piece by piece, and prediction walks over it in tiles. The raster itself is not changed.</source>
      <translation>A tile is a rectangle of the raster. Tiles help you to work through a large raster piece by piece, and prediction walks over it in tiles. The raster itself is not changed.</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>About 1000 × 1000 px are recommended: {rows} × {columns} tiles (rows × columns) for this raster of {width} × {height} px.</source>
      <translation>About 1000 × 1000 px are recommended: {rows} × {columns} tiles (rows × columns) for this raster of {width} × {height} px.</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Add a raster first: then it can be divided into tiles.</source>
      <translation>Add a raster first: then it can be divided into tiles.</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Columns of tiles, from west to east</source>
      <translation>Columns of tiles, from west to east</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>DIVIDE</source>
      <translation>DIVIDE</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Divide by</source>
      <translation>Divide by</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Draw the tiles on the map, as a layer of their outlines.</source>
      <translation>Draw the tiles on the map, as a layer of their outlines.</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>How to divide it</source>
      <translation>How to divide it</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Overlap</source>
      <translation>Overlap</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Pixels that neighboring tiles share</source>
      <translation>Pixels that neighboring tiles share</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Raster to divide</source>
      <translation>Raster to divide</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Recommended</source>
      <translation>Recommended</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Rows of tiles, from north to south</source>
      <translation>Rows of tiles, from north to south</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Set the numbers so that tiles have about 1000 × 1000 px.</source>
      <translation>Set the numbers so that tiles have about 1000 × 1000 px.</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Side of a square tile in pixels</source>
      <translation>Side of a square tile in pixels</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>Size</source>
      <translation>Size</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>rows and columns</source>
      <translation>rows and columns</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>tile size and overlap</source>
      <translation>tile size and overlap</translation>
    </message>
    <message>
      <location filename="../docks/tiling_form.py" />
      <source>{n} tiles, each {size}.</source>
      <translation>{n} tiles, each {size}.</translation>
    </message>
    <message>
      <location filename="../docks/tiling_section.py" />
      <source>Tiles of {raster}</source>
      <translation>Tiles of {raster}</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/tiling_section.py" />
      <source>{n} tiles were drawn as the layer {layer}.</source>
      <translation>
        <numerusform>{n} tile was drawn as the layer {layer}.</numerusform>
        <numerusform>{n} tiles were drawn as the layer {layer}.</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/tool_menu.py" />
      <source>Switch on the plugin “Processing” under Plugins &gt; Manage and Install Plugins, then try again.</source>
      <translation>Switch on the plugin “Processing” under Plugins &gt; Manage and Install Plugins, then try again.</translation>
    </message>
    <message>
      <location filename="../docks/tool_menu.py" />
      <source>What else can be made of what is shown.</source>
      <translation>What else can be made of what is shown.</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>&amp;Epochs</source>
      <translation>&amp;Epochs</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>Delete run</source>
      <translation>Delete run</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>Evaluation and Prediction use {run} now.</source>
      <translation>Evaluation and Prediction use {run} now.</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>In one epoch the model looks once at all that was labeled. More epochs take longer and learn more.</source>
      <translation>In one epoch the model looks once at all that was labeled. More epochs take longer and learn more.</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>Learn from the labels and write a model.</source>
      <translation>Learn from the labels and write a model.</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>More</source>
      <translation>More</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>Rasters and labels of your project that are for training. Inside a training area everything is labeled, so the rest of it is background to learn from.</source>
      <translation>Rasters and labels of your project that are for training. Inside a training area everything is labeled, so the rest of it is background to learn from.</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>Stopping; the best model so far is kept…</source>
      <translation>Stopping; the best model so far is kept…</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>Train on</source>
      <translation>Train on</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>Train on what you label in a DeepSeg project.</source>
      <translation>Train on what you label in a DeepSeg project.</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>best:</source>
      <translation>best:</translation>
    </message>
    <message>
      <location filename="../docks/training_dock.py" />
      <source>▶ TRAIN</source>
      <translation>▶ TRAIN</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>A model to go on from: it keeps its categories, bands and resolution, and learns your new labels.</source>
      <translation>A model to go on from: it keeps its categories, bands and resolution, and learns your new labels.</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>Another model file…</source>
      <translation>Another model file…</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>Ends after this time; the best epoch stays.</source>
      <translation>Ends after this time; the best epoch stays.</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>Ends when so many epochs in a row brought no better score (patience).</source>
      <translation>Ends when so many epochs in a row brought no better score (patience).</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>How far one step goes; 0.001 is usual. Too much makes the loss jump.</source>
      <translation>How far one step goes; 0.001 is usual. Too much makes the loss jump.</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>How many chips are looked at in one step. Choose less if memory runs out.</source>
      <translation>How many chips are looked at in one step. Choose less if memory runs out.</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>Model to start from</source>
      <translation>Model to start from</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>The kind of network.</source>
      <translation>The kind of network.</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>The part of the network that has seen pictures before. The first one comes with DeepSeg and needs no internet; any other name that the timm library knows is downloaded.</source>
      <translation>The part of the network that has seen pictures before. The first one comes with DeepSeg and needs no internet; any other name that the timm library knows is downloaded.</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>The same seed and labels give the same model on a CPU.</source>
      <translation>The same seed and labels give the same model on a CPU.</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>Time limit</source>
      <translation>Time limit</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>as usual</source>
      <translation>as usual</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>auto takes the fastest there is; cuda is a graphics card, cuda:1 the second one.</source>
      <translation>auto takes the fastest there is; cuda is a graphics card, cuda:1 the second one.</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>min</source>
      <translation>min</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>never</source>
      <translation>never</translation>
    </message>
    <message>
      <location filename="../docks/training_form.py" />
      <source>nothing (ImageNet)</source>
      <translation>nothing (ImageNet)</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Add a raster to learn from, in the dock Labels.</source>
      <translation>Add a raster to learn from, in the dock Labels.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Changes that are not saved yet are used as you see them.</source>
      <translation>Changes that are not saved yet are used as you see them.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Delete {run} with its model, history and evaluation? These are {n} files, {size}.</source>
      <translation>Delete {run} with its model, history and evaluation? These are {n} files, {size}.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Draw at least 2 labels of a category; 10 or more give a useful model.</source>
      <translation>Draw at least 2 labels of a category; 10 or more give a useful model.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Epoch {epoch} of {n_epochs}</source>
      <translation>Epoch {epoch} of {n_epochs}</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Evaluation and Prediction use this model now.</source>
      <translation>Evaluation and Prediction use this model now.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Loss: how far off the model still is on what it learns from; it should fall. F1: how well it does on ground kept aside, 1 is perfect; high only if little is missed and little is false. mAP50: the same over all score thresholds.</source>
      <translation>Loss: how far off the model still is on what it learns from; it should fall. F1: how well it does on ground kept aside, 1 is perfect; high only if little is missed and little is false. mAP50: the same over all score thresholds.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Outside all areas and not used: {labels}.</source>
      <translation>Outside all areas and not used: {labels}.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>The first epoch is at work…</source>
      <translation>The first epoch is at work…</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>The first epoch will tell how long it takes.</source>
      <translation>The first epoch will tell how long it takes.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Too few labels to learn from: {names}.</source>
      <translation>Too few labels to learn from: {names}.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Training failed after epoch {epoch}: {why} What was learned is kept; RESUME goes on.</source>
      <translation>Training failed after epoch {epoch}: {why} What was learned is kept; RESUME goes on.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Training failed before its first epoch was done: {why}</source>
      <translation>Training failed before its first epoch was done: {why}</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Training was stopped before its first epoch was done, so there is no model.</source>
      <translation>Training was stopped before its first epoch was done, so there is no model.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Training was stopped. The best model so far is kept as {run} (epoch {epoch}); RESUME goes on.</source>
      <translation>Training was stopped. The best model so far is kept as {run} (epoch {epoch}); RESUME goes on.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>Without a training area the model sees little of what is not labeled, and will find too much.</source>
      <translation>Without a training area the model sees little of what is not labeled, and will find too much.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>{n} area</source>
      <translation>{n} area</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>{n} categories</source>
      <translation>{n} categories</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>{n} category</source>
      <translation>{n} category</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>{run} is trained. Evaluation and Prediction use it now.</source>
      <translation>{run} is trained. Evaluation and Prediction use it now.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>{run} is trained: F1 {f1} on ground it did not learn from. Evaluation and Prediction use it now.</source>
      <translation>{run} is trained: F1 {f1} on ground it did not learn from. Evaluation and Prediction use it now.</translation>
    </message>
    <message>
      <location filename="../docks/training_words.py" />
      <source>{time} in all, if epochs take as long as those of {run}.</source>
      <translation>{time} in all, if epochs take as long as those of {run}.</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>CHECKING</source>
      <translation>CHECKING</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>DIVIDING</source>
      <translation>DIVIDING</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>DRAWING OUTLINES</source>
      <translation>DRAWING OUTLINES</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>ESTIMATING</source>
      <translation>ESTIMATING</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>EVALUATING</source>
      <translation>EVALUATING</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>IDLE</source>
      <translation>IDLE</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>LOOKING AT GROUND</source>
      <translation>LOOKING AT GROUND</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>PREDICTING</source>
      <translation>PREDICTING</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>READING LABELS</source>
      <translation>READING LABELS</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>SETTING UP</source>
      <translation>SETTING UP</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>STOPPING</source>
      <translation>STOPPING</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>TAKING FRAMES</source>
      <translation>TAKING FRAMES</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>TRAINING</source>
      <translation>TRAINING</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>WRITING LABELS</source>
      <translation>WRITING LABELS</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>a few seconds</source>
      <translation>a few seconds</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/wording.py" />
      <source>about {n} days</source>
      <translation>
        <numerusform>about {n} day</numerusform>
        <numerusform>about {n} days</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>about {n} h</source>
      <translation>about {n} h</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>about {n} min</source>
      <translation>about {n} min</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>about {n} s</source>
      <translation>about {n} s</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>it can be begun again</source>
      <translation>it can be begun again</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>the best model so far is kept, and RESUME goes on</source>
      <translation>the best model so far is kept, and RESUME goes on</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>the frames so far are kept</source>
      <translation>the frames so far are kept</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>what is finished so far is kept</source>
      <translation>what is finished so far is kept</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>what was made is removed again</source>
      <translation>what was made is removed again</translation>
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
      <translation>{state} epoch {epoch} of {n_epochs}</translation>
    </message>
    <message>
      <location filename="../docks/wording.py" />
      <source>{time} left</source>
      <translation>{time} left</translation>
    </message>
    <message numerus="yes">
      <location filename="../docks/workbench.py" />
      <source>CPU, {n} cores</source>
      <translation>
        <numerusform>CPU, {n} core</numerusform>
        <numerusform>CPU, {n} cores</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../docks/workbench.py" />
      <source>DeepSeg is being closed and ends its work ({state}): {kept}.</source>
      <translation>DeepSeg is being closed and ends its work ({state}): {kept}.</translation>
    </message>
    <message>
      <location filename="../docks/workbench.py" />
      <source>DeepSeg is still at work ({state}).</source>
      <translation>DeepSeg is still at work ({state}).</translation>
    </message>
    <message>
      <location filename="../docks/workbench.py" />
      <source>DeepSeg: {work} (when it is stopped, {kept})</source>
      <translation>DeepSeg: {work} (when it is stopped, {kept})</translation>
    </message>
    <message>
      <location filename="../docks/workbench.py" />
      <source>Its files: {path}</source>
      <translation>Its files: {path}</translation>
    </message>
    <message>
      <location filename="../docks/workbench.py" />
      <source>NVIDIA GPU</source>
      <translation>NVIDIA GPU</translation>
    </message>
    <message>
      <location filename="../docks/workbench.py" />
      <source>Wait until it is done, or stop it.</source>
      <translation>Wait until it is done, or stop it.</translation>
    </message>
    <message>
      <location filename="../docks/workbench.py" />
      <source>{state} is done, for the QGIS project that was open before; nothing was added to this one.</source>
      <translation>{state} is done, for the QGIS project that was open before; nothing was added to this one.</translation>
    </message>
    <message>
      <location filename="../engine_client/diagnostics.py" />
      <source>There is no log of a set-up.</source>
      <translation>There is no log of a set-up.</translation>
    </message>
    <message>
      <location filename="../engine_client/environment_lock.py" />
      <source>DeepSeg is being set up already, by process {number}.</source>
      <translation>DeepSeg is being set up already, by process {number}.</translation>
    </message>
    <message>
      <location filename="../engine_client/environment_lock.py" />
      <source>Name another folder in the environment variable DEEPSEG_HOME.</source>
      <translation>Name another folder in the environment variable DEEPSEG_HOME.</translation>
    </message>
    <message>
      <location filename="../engine_client/environment_lock.py" />
      <source>Nothing can be written into {folder}.</source>
      <translation>Nothing can be written into {folder}.</translation>
    </message>
    <message>
      <location filename="../engine_client/environment_lock.py" />
      <source>Wait until that is done, then try again.</source>
      <translation>Wait until that is done, then try again.</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>A package is missing in the folder of wheels.</source>
      <translation>A package is missing in the folder of wheels.</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>A program of your company reads secured connections. Ask for its certificate and set PIP_CERT to it.</source>
      <translation>A program of your company reads secured connections. Ask for its certificate and set PIP_CERT to it.</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>Check the connection to the internet, or set up from a folder of wheels.</source>
      <translation>Check the connection to the internet, or set up from a folder of wheels.</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>Copy the diagnostics: they hold the log.</source>
      <translation>Copy the diagnostics: they hold the log.</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>Make room on the disk, or name another folder in the environment variable DEEPSEG_HOME.</source>
      <translation>Make room on the disk, or name another folder in the environment variable DEEPSEG_HOME.</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>Set the proxy under Settings, Options, Network, with name and password.</source>
      <translation>Set the proxy under Settings, Options, Network, with name and password.</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>The disk is full. Make room and try again.</source>
      <translation>The disk is full. Make room and try again.</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>The packages are not where pip looked. Set DEEPSEG_PIP_ARGS if your company has an index of its own.</source>
      <translation>The packages are not where pip looked. Set DEEPSEG_PIP_ARGS if your company has an index of its own.</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>The packages of the engine could not be installed: {reason}</source>
      <translation>The packages of the engine could not be installed: {reason}</translation>
    </message>
    <message>
      <location filename="../engine_client/install_failures.py" />
      <source>{folder} could not be written: {reason}</source>
      <translation>{folder} could not be written: {reason}</translation>
    </message>
    <message>
      <location filename="../engine_client/install_progress.py" />
      <source>Unpacking; this takes minutes</source>
      <translation>Unpacking; this takes minutes</translation>
    </message>
    <message>
      <location filename="../engine_client/installer.py" />
      <source>Fetching uv</source>
      <translation>Fetching uv</translation>
    </message>
    <message>
      <location filename="../engine_client/installer.py" />
      <source>Made the environment</source>
      <translation>Made the environment</translation>
    </message>
    <message>
      <location filename="../engine_client/installer.py" />
      <source>Making the environment</source>
      <translation>Making the environment</translation>
    </message>
    <message>
      <location filename="../engine_client/installer.py" />
      <source>The program uv could not be fetched: {reason}</source>
      <translation>The program uv could not be fetched: {reason}</translation>
    </message>
    <message>
      <location filename="../engine_client/installer.py" />
      <source>Trying it</source>
      <translation>Trying it</translation>
    </message>
    <message>
      <location filename="../engine_client/installer.py" />
      <source>{tool} failed: {reason} Trying again with pip.</source>
      <translation>{tool} failed: {reason} Trying again with pip.</translation>
    </message>
    <message>
      <location filename="../engine_client/installer_child.py" />
      <source>Choose another Python, or look whether an antivirus program holds it back.</source>
      <translation>Choose another Python, or look whether an antivirus program holds it back.</translation>
    </message>
    <message>
      <location filename="../engine_client/installer_child.py" />
      <source>Setting up was stopped.</source>
      <translation>Setting up was stopped.</translation>
    </message>
    <message>
      <location filename="../engine_client/installer_child.py" />
      <source>What has come down is kept for the next time.</source>
      <translation>What has come down is kept for the next time.</translation>
    </message>
    <message>
      <location filename="../engine_client/installer_child.py" />
      <source>{program} does not start: {reason}</source>
      <translation>{program} does not start: {reason}</translation>
    </message>
    <message>
      <location filename="../engine_client/interpreter.py" />
      <source>DeepSeg's engine is not set up yet.</source>
      <translation>DeepSeg's engine is not set up yet.</translation>
    </message>
    <message>
      <location filename="../engine_client/interpreter.py" />
      <source>Open “Set up DeepSeg” and choose another, or let it make one.</source>
      <translation>Open “Set up DeepSeg” and choose another, or let it make one.</translation>
    </message>
    <message>
      <location filename="../engine_client/interpreter.py" />
      <source>Open “Set up DeepSeg” from the DeepSeg menu, or run the algorithm deepseg:setup once.</source>
      <translation>Open “Set up DeepSeg” from the DeepSeg menu, or run the algorithm deepseg:setup once.</translation>
    </message>
    <message>
      <location filename="../engine_client/interpreter.py" />
      <source>The Python of DeepSeg's engine is not there any more: {path}</source>
      <translation>The Python of DeepSeg's engine is not there any more: {path}</translation>
    </message>
    <message>
      <location filename="../engine_client/made_folder.py" />
      <source>Close other QGIS windows that use DeepSeg, then try again.</source>
      <translation>Close other QGIS windows that use DeepSeg, then try again.</translation>
    </message>
    <message>
      <location filename="../engine_client/made_folder.py" />
      <source>Move it away, then try again.</source>
      <translation>Move it away, then try again.</translation>
    </message>
    <message>
      <location filename="../engine_client/made_folder.py" />
      <source>The folder {folder} could not be removed.</source>
      <translation>The folder {folder} could not be removed.</translation>
    </message>
    <message>
      <location filename="../engine_client/made_folder.py" />
      <source>{folder} is in the way, and DeepSeg did not make it.</source>
      <translation>{folder} is in the way, and DeepSeg did not make it.</translation>
    </message>
    <message>
      <location filename="../engine_client/model_card.py" />
      <source>Check that it is still there and that you may read it, or choose another model.</source>
      <translation>Check that it is still there and that you may read it, or choose another model.</translation>
    </message>
    <message>
      <location filename="../engine_client/model_card.py" />
      <source>Choose a .safetensors file that DeepSeg wrote.</source>
      <translation>Choose a .safetensors file that DeepSeg wrote.</translation>
    </message>
    <message>
      <location filename="../engine_client/model_card.py" />
      <source>If a newer DeepSeg wrote the model, update DeepSeg; else choose another model.</source>
      <translation>If a newer DeepSeg wrote the model, update DeepSeg; else choose another model.</translation>
    </message>
    <message>
      <location filename="../engine_client/model_card.py" />
      <source>The card of the model cannot be read: {path}</source>
      <translation>The card of the model cannot be read: {path}</translation>
    </message>
    <message>
      <location filename="../engine_client/model_card.py" />
      <source>The model file cannot be read: {path}</source>
      <translation>The model file cannot be read: {path}</translation>
    </message>
    <message>
      <location filename="../engine_client/model_card.py" />
      <source>This is no DeepSeg model, or it is damaged: {path}</source>
      <translation>This is no DeepSeg model, or it is damaged: {path}</translation>
    </message>
    <message>
      <location filename="../engine_client/model_card.py" />
      <source>This model sorts footprints into kinds; it finds nothing in a raster: {path}</source>
      <translation>This model sorts footprints into kinds; it finds nothing in a raster: {path}</translation>
    </message>
    <message>
      <location filename="../engine_client/model_card.py" />
      <source>Use it with “Sort footprints into kinds”, or choose a model that was trained to find things.</source>
      <translation>Use it with “Sort footprints into kinds”, or choose a model that was trained to find things.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>DeepSeg needs a Python from {oldest} to {newest}, 64 bit, and found none. Install one from python.org (on Debian and Ubuntu: sudo apt install python3-venv), then try again.</source>
      <translation>DeepSeg needs a Python from {oldest} to {newest}, 64 bit, and found none. Install one from python.org (on Debian and Ubuntu: sudo apt install python3-venv), then try again.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>DeepSeg needs a Python from {oldest} to {newest}, 64 bit; {path} is {version}, {bits} bit.</source>
      <translation>DeepSeg needs a Python from {oldest} to {newest}, 64 bit; {path} is {version}, {bits} bit.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>Nothing can be written into {folder}. Name another folder in the environment variable DEEPSEG_HOME.</source>
      <translation>Nothing can be written into {folder}. Name another folder in the environment variable DEEPSEG_HOME.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>PyTorch is no longer made for Macs with an Intel processor. Use DeepSeg on another computer.</source>
      <translation>PyTorch is no longer made for Macs with an Intel processor. Use DeepSeg on another computer.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>PyTorch is not made for this kind of Linux (without glibc).</source>
      <translation>PyTorch is not made for this kind of Linux (without glibc).</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>Some packages are not made for Windows on ARM. Install the 64-bit (x86-64) Python from python.org.</source>
      <translation>Some packages are not made for Windows on ARM. Install the 64-bit (x86-64) Python from python.org.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>The disk of {folder} has {free} MB free, and about {needed} MB are needed. Make room, or name a folder on another disk in the environment variable DEEPSEG_HOME.</source>
      <translation>The disk of {folder} has {free} MB free, and about {needed} MB are needed. Make room, or name a folder on another disk in the environment variable DEEPSEG_HOME.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>The folder of wheels is not there: {folder}</source>
      <translation>The folder of wheels is not there: {folder}</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>The folder {folder} has no wheel for Python {version} of: {names}</source>
      <translation>The folder {folder} has no wheel for Python {version} of: {names}</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>The folder {folder} has no wheels of DeepSeg's packages for Python {version} on this system.</source>
      <translation>The folder {folder} has no wheels of DeepSeg's packages for Python {version} on this system.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>The packages are not made for this processor ({machine}).</source>
      <translation>The packages are not made for this processor ({machine}).</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>The path {folder} is too long for Windows. Name a short folder, such as C:\DeepSeg, in the environment variable DEEPSEG_HOME.</source>
      <translation>The path {folder} is too long for Windows. Name a short folder, such as C:\DeepSeg, in the environment variable DEEPSEG_HOME.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>This Linux is too old for PyTorch: it has glibc {version}, and 2.28 is needed.</source>
      <translation>This Linux is too old for PyTorch: it has glibc {version}, and 2.28 is needed.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>{path} cannot make environments. Install a Python from python.org, then try again.</source>
      <translation>{path} cannot make environments. Install a Python from python.org, then try again.</translation>
    </message>
    <message>
      <location filename="../engine_client/obstacles.py" />
      <source>{path} cannot make environments: its module venv is missing. On Debian and Ubuntu this installs it: sudo apt install python3-venv</source>
      <translation>{path} cannot make environments: its module venv is missing. On Debian and Ubuntu this installs it: sudo apt install python3-venv</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>Close other programs, or choose a smaller batch size or smaller tiles, and run it again.</source>
      <translation>Close other programs, or choose a smaller batch size or smaller tiles, and run it again.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>DeepSeg's engine crashed ({status}).</source>
      <translation>DeepSeg's engine crashed ({status}).</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>DeepSeg's engine did not start. {reason}</source>
      <translation>DeepSeg's engine did not start. {reason}</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>DeepSeg's engine did not stop within {seconds} s and was ended.</source>
      <translation>DeepSeg's engine did not stop within {seconds} s and was ended.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>DeepSeg's engine ended without saying what it did.</source>
      <translation>DeepSeg's engine ended without saying what it did.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>DeepSeg's engine failed.</source>
      <translation>DeepSeg's engine failed.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>Open “Set up DeepSeg” and let it make the engine's environment again, or choose another Python.</source>
      <translation>Open “Set up DeepSeg” and let it make the engine's environment again, or choose another Python.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>Open “Set up DeepSeg” and let it make the engine's environment again.</source>
      <translation>Open “Set up DeepSeg” and let it make the engine's environment again.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>Run it again; if it happens again, please report it with the details.</source>
      <translation>Run it again; if it happens again, please report it with the details.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>Stopped. DeepSeg's engine did not say what was kept.</source>
      <translation>Stopped. DeepSeg's engine did not say what was kept.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>Stopped: {what}.</source>
      <translation>Stopped: {what}.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>The Python of DeepSeg's engine cannot be started: {path} ({reason})</source>
      <translation>The Python of DeepSeg's engine cannot be started: {path} ({reason})</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>The engine (version {engine}) speaks protocol {spoken}, this plugin understands {known}.</source>
      <translation>The engine (version {engine}) speaks protocol {spoken}, this plugin understands {known}.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>The system ended DeepSeg's engine, most likely because the memory was used up.</source>
      <translation>The system ended DeepSeg's engine, most likely because the memory was used up.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>Update the DeepSeg plugin, then open “Set up DeepSeg”.</source>
      <translation>Update the DeepSeg plugin, then open “Set up DeepSeg”.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>What had been saved by then is kept.</source>
      <translation>What had been saved by then is kept.</translation>
    </message>
    <message>
      <location filename="../engine_client/outcome.py" />
      <source>What stands under its final name is whole.</source>
      <translation>What stands under its final name is whole.</translation>
    </message>
    <message>
      <location filename="../engine_client/prediction_files.py" />
      <source>Make room, or make a DeepSeg project in a folder of yours; predictions go there.</source>
      <translation>Make room, or make a DeepSeg project in a folder of yours; predictions go there.</translation>
    </message>
    <message>
      <location filename="../engine_client/prediction_files.py" />
      <source>Remove its layers from the map, or close what else has the folder open, then try again.</source>
      <translation>Remove its layers from the map, or close what else has the folder open, then try again.</translation>
    </message>
    <message>
      <location filename="../engine_client/prediction_files.py" />
      <source>The folder {path} cannot be written: {cause}.</source>
      <translation>The folder {path} cannot be written: {cause}.</translation>
    </message>
    <message>
      <location filename="../engine_client/prediction_files.py" />
      <source>The new result is in {path}.</source>
      <translation>The new result is in {path}.</translation>
    </message>
    <message>
      <location filename="../engine_client/prediction_files.py" />
      <source>{path} cannot be deleted: {cause}.</source>
      <translation>{path} cannot be deleted: {cause}.</translation>
    </message>
    <message>
      <location filename="../engine_client/prediction_files.py" />
      <source>{path} cannot be replaced: {cause}.</source>
      <translation>{path} cannot be replaced: {cause}.</translation>
    </message>
    <message>
      <location filename="../engine_client/prediction_files.py" />
      <source>{path} is no prediction, so it was left alone.</source>
      <translation>{path} is no prediction, so it was left alone.</translation>
    </message>
    <message>
      <location filename="../engine_client/pythons.py" />
      <source>Choose the file python.exe (Windows) or bin/python3 (Linux, macOS) of a Python.</source>
      <translation>Choose the file python.exe (Windows) or bin/python3 (Linux, macOS) of a Python.</translation>
    </message>
    <message>
      <location filename="../engine_client/pythons.py" />
      <source>{path} does not start as a Python.</source>
      <translation>{path} does not start as a Python.</translation>
    </message>
    <message>
      <location filename="../engine_client/requirements.py" />
      <source>Install the DeepSeg plugin again.</source>
      <translation>Install the DeepSeg plugin again.</translation>
    </message>
    <message>
      <location filename="../engine_client/requirements.py" />
      <source>The list of packages that the engine needs cannot be read in {folder}.</source>
      <translation>The list of packages that the engine needs cannot be read in {folder}.</translation>
    </message>
    <message>
      <location filename="../engine_client/run_files.py" />
      <source>Close what else has the folder open, then evaluate again.</source>
      <translation>Close what else has the folder open, then evaluate again.</translation>
    </message>
    <message>
      <location filename="../engine_client/run_files.py" />
      <source>Evaluate the model again.</source>
      <translation>Evaluate the model again.</translation>
    </message>
    <message>
      <location filename="../engine_client/run_files.py" />
      <source>Make room, or save the DeepSeg project in a folder of yours.</source>
      <translation>Make room, or save the DeepSeg project in a folder of yours.</translation>
    </message>
    <message>
      <location filename="../engine_client/run_files.py" />
      <source>The report {path} cannot be read: {cause}.</source>
      <translation>The report {path} cannot be read: {cause}.</translation>
    </message>
    <message>
      <location filename="../engine_client/run_files.py" />
      <source>{path} cannot be kept beside a newer one: {cause}.</source>
      <translation>{path} cannot be kept beside a newer one: {cause}.</translation>
    </message>
    <message>
      <location filename="../engine_client/run_files.py" />
      <source>{path} is no run of this project, so it was left alone.</source>
      <translation>{path} is no run of this project, so it was left alone.</translation>
    </message>
    <message>
      <location filename="../engine_client/runner.py" />
      <source>DeepSeg's engine wrote a line too long to be read; the rest of it was left out.</source>
      <translation>DeepSeg's engine wrote a line too long to be read; the rest of it was left out.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Download Python {version} (about 30 MB), with uv.</source>
      <translation>Download Python {version} (about 30 MB), with uv.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Download about {size}: PyTorch and {n} other packages with what they need.</source>
      <translation>Download about {size}: PyTorch and {n} other packages with what they need.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Download the program uv (about {size}), with pip of Python {version} at {path}.</source>
      <translation>Download the program uv (about {size}), with pip of Python {version} at {path}.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Install from the folder {folder}, without the network.</source>
      <translation>Install from the folder {folder}, without the network.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Install the program uv from the folder, with pip of Python {version} at {path}.</source>
      <translation>Install the program uv from the folder, with pip of Python {version} at {path}.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Make DeepSeg's own environment in {folder}. QGIS itself is not changed.</source>
      <translation>Make DeepSeg's own environment in {folder}. QGIS itself is not changed.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Needs about {size} on the disk.</source>
      <translation>Needs about {size} on the disk.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Try it, which takes up to a minute.</source>
      <translation>Try it, which takes up to a minute.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Use Python {version} at {path}.</source>
      <translation>Use Python {version} at {path}.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Use the Python {path} of yours. Nothing is installed or changed in it.</source>
      <translation>Use the Python {path} of yours. Nothing is installed or changed in it.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Work on an NVIDIA GPU (CUDA), though no driver was found.</source>
      <translation>Work on an NVIDIA GPU (CUDA), though no driver was found.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Work on the GPU: {driver}.</source>
      <translation>Work on the GPU: {driver}.</translation>
    </message>
    <message>
      <location filename="../engine_client/setup_plan.py" />
      <source>Work on the processor (CPU).</source>
      <translation>Work on the processor (CPU).</translation>
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
      <translation>It does not work any more, so it is made again.</translation>
    </message>
    <message>
      <location filename="../engine_client/trial.py" />
      <source>PyTorch does not see the GPU, so the processor will be used. Is the driver new enough?</source>
      <translation>PyTorch does not see the GPU, so the processor will be used. Is the driver new enough?</translation>
    </message>
    <message>
      <location filename="../engine_client/trial.py" />
      <source>The engine does not run with {python}: {reason}</source>
      <translation>The engine does not run with {python}: {reason}</translation>
    </message>
    <message>
      <location filename="../engine_client/trial.py" />
      <source>There is an environment already; trying it.</source>
      <translation>There is an environment already; trying it.</translation>
    </message>
    <message>
      <location filename="../engine_client/uv.py" />
      <source>Or install Python {version} from python.org; then uv is not needed.</source>
      <translation>Or install Python {version} from python.org; then uv is not needed.</translation>
    </message>
    <message>
      <location filename="../layers/category_copy.py" />
      <source>Check that there is room left on the disk.</source>
      <translation>Check that there is room left on the disk.</translation>
    </message>
    <message>
      <location filename="../layers/category_copy.py" />
      <source>{path} cannot be written: {reason}</source>
      <translation>{path} cannot be written: {reason}</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>A category needs a name.</source>
      <translation>A category needs a name.</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>Add it again.</source>
      <translation>Add it again.</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>Add the category {name}</source>
      <translation>Add the category {name}</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>Change the category {name}</source>
      <translation>Change the category {name}</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>Choose another name, or draw labels of that category.</source>
      <translation>Choose another name, or draw labels of that category.</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>Delete the category {name}</source>
      <translation>Delete the category {name}</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>Rename the category {old} to {new}</source>
      <translation>Rename the category {old} to {new}</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>There is a category {name} already.</source>
      <translation>There is a category {name} already.</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>There is no category {name} any more.</source>
      <translation>There is no category {name} any more.</translation>
    </message>
    <message>
      <location filename="../layers/category_table.py" />
      <source>Type one, such as roof or tree.</source>
      <translation>Type one, such as roof or tree.</translation>
    </message>
    <message>
      <location filename="../layers/digitizing.py" />
      <source>Open the project again, or take it from a backup.</source>
      <translation>Open the project again, or take it from a backup.</translation>
    </message>
    <message>
      <location filename="../layers/digitizing.py" />
      <source>The layer "{layer}" has no field {field}.</source>
      <translation>The layer "{layer}" has no field {field}.</translation>
    </message>
    <message>
      <location filename="../layers/editing.py" />
      <source>"{name}" could not be changed.</source>
      <translation>"{name}" could not be changed.</translation>
    </message>
    <message>
      <location filename="../layers/editing.py" />
      <source>"{name}" could not be saved, because another program is writing to the same file.</source>
      <translation>"{name}" could not be saved, because another program is writing to the same file.</translation>
    </message>
    <message>
      <location filename="../layers/editing.py" />
      <source>"{name}" could not be saved.</source>
      <translation>"{name}" could not be saved.</translation>
    </message>
    <message>
      <location filename="../layers/editing.py" />
      <source>Check that its file and folder may be written to, and that no other program has it open.</source>
      <translation>Check that its file and folder may be written to, and that no other program has it open.</translation>
    </message>
    <message>
      <location filename="../layers/editing.py" />
      <source>Check that the disk has room and that the file may be written to. QGIS said: {cause}</source>
      <translation>Check that the disk has room and that the file may be written to. QGIS said: {cause}</translation>
    </message>
    <message>
      <location filename="../layers/editing.py" />
      <source>Save or close it there, for example in a second QGIS, then try again.</source>
      <translation>Save or close it there, for example in a second QGIS, then try again.</translation>
    </message>
    <message>
      <location filename="../layers/editing.py" />
      <source>Save or discard the edits of all layers of the project, then try again.</source>
      <translation>Save or discard the edits of all layers of the project, then try again.</translation>
    </message>
    <message>
      <location filename="../layers/editing.py" />
      <source>The layer "{name}" cannot be edited.</source>
      <translation>The layer "{name}" cannot be edited.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_append.py" />
      <source>"{name}" and the footprints do not lie on the same map: one has a coordinate system.</source>
      <translation>"{name}" and the footprints do not lie on the same map: one has a coordinate system.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_append.py" />
      <source>"{name}" takes no field {field}.</source>
      <translation>"{name}" takes no field {field}.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_append.py" />
      <source>Append footprints</source>
      <translation>Append footprints</translation>
    </message>
    <message>
      <location filename="../layers/footprint_append.py" />
      <source>Choose a layer in the same coordinates, or give the layer its coordinate system.</source>
      <translation>Choose a layer in the same coordinates, or give the layer its coordinate system.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_append.py" />
      <source>Choose a layer of polygons that may be edited, such as a GeoPackage or a Shapefile.</source>
      <translation>Choose a layer of polygons that may be edited, such as a GeoPackage or a Shapefile.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_append.py" />
      <source>No polygons can be added to "{name}".</source>
      <translation>No polygons can be added to "{name}".</translation>
    </message>
    <message>
      <location filename="../layers/footprint_append.py" />
      <source>Untick the fields, or choose another layer.</source>
      <translation>Untick the fields, or choose another layer.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>A footprint lies where the other coordinate system has no coordinates.</source>
      <translation>A footprint lies where the other coordinate system has no coordinates.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>Add the raster to the QGIS project, or export as GeoJSON.</source>
      <translation>Add the raster to the QGIS project, or export as GeoJSON.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>COCO counts in pixels, and it is not known where the raster {name} is.</source>
      <translation>COCO counts in pixels, and it is not known where the raster {name} is.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>Check the coordinate system of the raster.</source>
      <translation>Check the coordinate system of the raster.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>Choose a folder that you may write to and that has room.</source>
      <translation>Choose a folder that you may write to and that has room.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>Choose one image above the tabs, or export as COCO JSON.</source>
      <translation>Choose one image above the tabs, or export as COCO JSON.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>Lower the score threshold, or predict first.</source>
      <translation>Lower the score threshold, or predict first.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>No footprint is shown that could be exported.</source>
      <translation>No footprint is shown that could be exported.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>Some of the rasters have a place on Earth and others do not, so one GeoJSON cannot hold both.</source>
      <translation>Some of the rasters have a place on Earth and others do not, so one GeoJSON cannot hold both.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_export.py" />
      <source>{path} could not be written: {cause}.</source>
      <translation>{path} could not be written: {cause}.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_layer.py" />
      <source>Choose a file that a prediction wrote: GeoPackage, GeoJSON or GeoParquet.</source>
      <translation>Choose a file that a prediction wrote: GeoPackage, GeoJSON or GeoParquet.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_layer.py" />
      <source>The footprints in {name} cannot be shown.</source>
      <translation>The footprints in {name} cannot be shown.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_merge.py" />
      <source>Mend it first, with Edit.</source>
      <translation>Mend it first, with Edit.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_merge.py" />
      <source>Merge footprints</source>
      <translation>Merge footprints</translation>
    </message>
    <message>
      <location filename="../layers/footprint_merge.py" />
      <source>Move an edge of one over the other first, with Edit.</source>
      <translation>Move an edge of one over the other first, with Edit.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_merge.py" />
      <source>One of these footprints is a label already, which would stay as it is.</source>
      <translation>One of these footprints is a label already, which would stay as it is.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_merge.py" />
      <source>These footprints cannot be joined, because the outline of one crosses itself.</source>
      <translation>These footprints cannot be joined, because the outline of one crosses itself.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_merge.py" />
      <source>These footprints do not touch, so they cannot become one.</source>
      <translation>These footprints do not touch, so they cannot become one.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_merge.py" />
      <source>Undo in the layer of labels takes it back.</source>
      <translation>Undo in the layer of labels takes it back.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_review.py" />
      <source>"{name}" and the project do not lie on the same map: one has a coordinate system, the other none.</source>
      <translation>"{name}" and the project do not lie on the same map: one has a coordinate system, the other none.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_review.py" />
      <source>"{name}" cannot keep what you decide, because its file is no GeoPackage or is read-only.</source>
      <translation>"{name}" cannot keep what you decide, because its file is no GeoPackage or is read-only.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_review.py" />
      <source>Accept footprints</source>
      <translation>Accept footprints</translation>
    </message>
    <message>
      <location filename="../layers/footprint_review.py" />
      <source>Check that no other program has the file open and that it may be written to.</source>
      <translation>Check that no other program has the file open and that it may be written to.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_review.py" />
      <source>Keep footprints</source>
      <translation>Keep footprints</translation>
    </message>
    <message>
      <location filename="../layers/footprint_review.py" />
      <source>Make a project for the raster that these footprints were found on.</source>
      <translation>Make a project for the raster that these footprints were found on.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_review.py" />
      <source>Predict into a GeoPackage in a folder of your own.</source>
      <translation>Predict into a GeoPackage in a folder of your own.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_review.py" />
      <source>Review footprints</source>
      <translation>Review footprints</translation>
    </message>
    <message>
      <location filename="../layers/footprint_review.py" />
      <source>What you decided about "{name}" could not be saved.</source>
      <translation>What you decided about "{name}" could not be saved.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_rows.py" />
      <source>Choose a layer of footprints or labels, or the field that holds their category.</source>
      <translation>Choose a layer of footprints or labels, or the field that holds their category.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_rows.py" />
      <source>Count all rasters together, or choose footprints that DeepSeg predicted.</source>
      <translation>Count all rasters together, or choose footprints that DeepSeg predicted.</translation>
    </message>
    <message>
      <location filename="../layers/footprint_rows.py" />
      <source>{layer} has no field “{field}”, so its rasters cannot be told apart</source>
      <translation>{layer} has no field “{field}”, so its rasters cannot be told apart</translation>
    </message>
    <message>
      <location filename="../layers/footprint_rows.py" />
      <source>{layer} has no field “{field}”, so there are no categories to count</source>
      <translation>{layer} has no field “{field}”, so there are no categories to count</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>area (m²)</source>
      <translation>area (m²)</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>category</source>
      <translation>category</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>color</source>
      <translation>color</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>direction (° from north)</source>
      <translation>direction (° from north)</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>evaluate</source>
      <translation>evaluate</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>file</source>
      <translation>file</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>length (m)</source>
      <translation>length (m)</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>model</source>
      <translation>model</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>name</source>
      <translation>name</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>number</source>
      <translation>number</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>perimeter (m)</source>
      <translation>perimeter (m)</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>predict</source>
      <translation>predict</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>raster</source>
      <translation>raster</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>review</source>
      <translation>review</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>role</source>
      <translation>role</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>run</source>
      <translation>run</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>score (0 to 1)</source>
      <translation>score (0 to 1)</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>train</source>
      <translation>train</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>validate</source>
      <translation>validate</translation>
    </message>
    <message>
      <location filename="../layers/forms.py" />
      <source>width (m)</source>
      <translation>width (m)</translation>
    </message>
    <message>
      <location filename="../layers/grid_layer.py" />
      <source>Give a larger tile size or a smaller overlap.</source>
      <translation>Give a larger tile size or a smaller overlap.</translation>
    </message>
    <message>
      <location filename="../layers/grid_layer.py" />
      <source>Give a larger tile size, or fewer rows.</source>
      <translation>Give a larger tile size, or fewer rows.</translation>
    </message>
    <message>
      <location filename="../layers/grid_layer.py" />
      <source>Give both, or neither.</source>
      <translation>Give both, or neither.</translation>
    </message>
    <message>
      <location filename="../layers/grid_layer.py" />
      <source>Leave the rows and columns empty, or the tile size.</source>
      <translation>Leave the rows and columns empty, or the tile size.</translation>
    </message>
    <message>
      <location filename="../layers/grid_layer.py" />
      <source>That would be {n} tiles</source>
      <translation>That would be {n} tiles</translation>
    </message>
    <message>
      <location filename="../layers/grid_layer.py" />
      <source>Tiles of {size} px cannot share {overlap} px with their neighbors</source>
      <translation>Tiles of {size} px cannot share {overlap} px with their neighbors</translation>
    </message>
    <message>
      <location filename="../layers/kind_style.py" />
      <source>not sorted</source>
      <translation>not sorted</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>Check that both have the right coordinate system and belong together.</source>
      <translation>Check that both have the right coordinate system and belong together.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>None of the {n} labels lies in an area, so none would be used.</source>
      <translation>None of the {n} labels lies in an area, so none would be used.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>None of the {n} labels lies on a raster.</source>
      <translation>None of the {n} labels lies on a raster.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>The category {category}</source>
      <translation>The category {category}</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>The layer</source>
      <translation>The layer</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>The only label lies on none of the rasters.</source>
      <translation>The only label lies on none of the rasters.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>The outline of {label} crosses or touches itself.</source>
      <translation>The outline of {label} crosses or touches itself.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>and so on for {n} more</source>
      <translation>and so on for {n} more</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{category} has too few labels to be learned: {n}. Draw at least {least}.</source>
      <translation>{category} has too few labels to be learned: {n}. Draw at least {least}.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} and {other} are the same polygon. Delete the wrong one.</source>
      <translation>{label} and {other} are the same polygon. Delete the wrong one.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} and {other} share {percent} % of the smaller one.</source>
      <translation>{label} and {other} share {percent} % of the smaller one.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} encloses no ground.</source>
      <translation>{label} encloses no ground.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} has no category. Give it one in its form.</source>
      <translation>{label} has no category. Give it one in its form.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} has no polygon.</source>
      <translation>{label} has no polygon.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} is drawn a second time as {other}.</source>
      <translation>{label} is drawn a second time as {other}.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} is only {width} × {height} px large, too small to be learned at this resolution.</source>
      <translation>{label} is only {width} × {height} px large, too small to be learned at this resolution.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} lies on none of the rasters.</source>
      <translation>{label} lies on none of the rasters.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} lies outside all areas, so it is not used.</source>
      <translation>{label} lies outside all areas, so it is not used.</translation>
    </message>
    <message>
      <location filename="../layers/label_check.py" />
      <source>{label} reaches over the edge of the raster, with {percent} % of its ground.</source>
      <translation>{label} reaches over the edge of the raster, with {percent} % of its ground.</translation>
    </message>
    <message>
      <location filename="../layers/label_import.py" />
      <source>"{name}" does not say its coordinate system, so its coordinates were taken as those of the project ({crs}). If the labels lie in the wrong place, undo, set the layer's CRS and import again.</source>
      <translation>"{name}" does not say its coordinate system, so its coordinates were taken as those of the project ({crs}). If the labels lie in the wrong place, undo, set the layer's CRS and import again.</translation>
    </message>
    <message>
      <location filename="../layers/label_import.py" />
      <source>"{name}" has no field {field}.</source>
      <translation>"{name}" has no field {field}.</translation>
    </message>
    <message>
      <location filename="../layers/label_import.py" />
      <source>"{name}" holds no polygons.</source>
      <translation>"{name}" holds no polygons.</translation>
    </message>
    <message>
      <location filename="../layers/label_import.py" />
      <source>Check that the file is there and whole, and that QGIS can show it.</source>
      <translation>Check that the file is there and whole, and that QGIS can show it.</translation>
    </message>
    <message>
      <location filename="../layers/label_import.py" />
      <source>Choose one of: {fields}.</source>
      <translation>Choose one of: {fields}.</translation>
    </message>
    <message>
      <location filename="../layers/label_import.py" />
      <source>Import labels from {name}</source>
      <translation>Import labels from {name}</translation>
    </message>
    <message>
      <location filename="../layers/label_import.py" />
      <source>Labels are polygons; points and lines can be made into polygons with Buffer.</source>
      <translation>Labels are polygons; points and lines can be made into polygons with Buffer.</translation>
    </message>
    <message>
      <location filename="../layers/label_import.py" />
      <source>The project is in pixel coordinates, so the coordinates of "{name}" were taken as pixels of the raster. If the labels lie in the wrong place, undo the import.</source>
      <translation>The project is in pixel coordinates, so the coordinates of "{name}" were taken as pixels of the raster. If the labels lie in the wrong place, undo the import.</translation>
    </message>
    <message>
      <location filename="../layers/label_import.py" />
      <source>{name} cannot be opened as a layer of polygons.</source>
      <translation>{name} cannot be opened as a layer of polygons.</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>Check the labels again.</source>
      <translation>Check the labels again.</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>Cut a label</source>
      <translation>Cut a label</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>Delete a label</source>
      <translation>Delete a label</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>Join two labels</source>
      <translation>Join two labels</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>Look at its place on the map and decide.</source>
      <translation>Look at its place on the map and decide.</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>Mend a label</source>
      <translation>Mend a label</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>QGIS could not change the label</source>
      <translation>QGIS could not change the label</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>Save or close what you are editing, and try again.</source>
      <translation>Save or close what you are editing, and try again.</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>The label has changed since the check</source>
      <translation>The label has changed since the check</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>The label is no longer there</source>
      <translation>The label is no longer there</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>The label is valid by now</source>
      <translation>The label is valid by now</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>The labels no longer overlap</source>
      <translation>The labels no longer overlap</translation>
    </message>
    <message>
      <location filename="../layers/label_repair.py" />
      <source>There is no repair for this finding</source>
      <translation>There is no repair for this finding</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Drawn twice</source>
      <translation>Drawn twice</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Invalid</source>
      <translation>Invalid</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Label {id}</source>
      <translation>Label {id}</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Label {id} ({category})</source>
      <translation>Label {id} ({category})</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>No category</source>
      <translation>No category</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>No polygon</source>
      <translation>No polygon</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Off the rasters</source>
      <translation>Off the rasters</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Outside areas</source>
      <translation>Outside areas</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Over the edge</source>
      <translation>Over the edge</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>The labels reach from {labels}; {rasters}.</source>
      <translation>The labels reach from {labels}; {rasters}.</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Too few</source>
      <translation>Too few</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Too small</source>
      <translation>Too small</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>Wrong place</source>
      <translation>Wrong place</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>coordinates without a system</source>
      <translation>coordinates without a system</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>cut off what lies beyond the raster</source>
      <translation>cut off what lies beyond the raster</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>cut the shared part out of the larger label</source>
      <translation>cut the shared part out of the larger label</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>delete this label</source>
      <translation>delete this label</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>join the two labels into one</source>
      <translation>join the two labels into one</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>redraw its outline so that it no longer crosses itself</source>
      <translation>redraw its outline so that it no longer crosses itself</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>{low} to {high} ({crs})</source>
      <translation>{low} to {high} ({crs})</translation>
    </message>
    <message>
      <location filename="../layers/label_words.py" />
      <source>{raster} reaches from {corners}</source>
      <translation>{raster} reaches from {corners}</translation>
    </message>
    <message>
      <location filename="../layers/matches_layer.py" />
      <source>The layer of matches {path} cannot be opened.</source>
      <translation>The layer of matches {path} cannot be opened.</translation>
    </message>
    <message>
      <location filename="../layers/plain_rasters.py" />
      <source>Follow the names of rasters</source>
      <translation>Follow the names of rasters</translation>
    </message>
    <message>
      <location filename="../layers/plain_rasters.py" />
      <source>Note that they lie on {name}</source>
      <translation>Note that they lie on {name}</translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>Choose a layer of the project or a vector file.</source>
      <translation>Choose a layer of the project or a vector file.</translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>Draw some first.</source>
      <translation>Draw some first.</translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>Nothing is selected in {layer}</source>
      <translation>Nothing is selected in {layer}</translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>Save the layer as a GeoPackage and use that.</source>
      <translation>Save the layer as a GeoPackage and use that.</translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>Select polygons there, or untick “Selected features only”.</source>
      <translation>Select polygons there, or untick “Selected features only”.</translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>Stopped; nothing was written.</source>
      <translation>Stopped; nothing was written.</translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>{layer} cannot be copied for the engine: {reason}</source>
      <translation>{layer} cannot be copied for the engine: {reason}</translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>{layer} holds no polygon</source>
      <translation>{layer} holds no polygon</translation>
    </message>
    <message numerus="yes">
      <location filename="../layers/polygon_source.py" />
      <source>{layer}: {n} polygons, as seen in QGIS, were copied for the engine</source>
      <translation>
        <numerusform>{layer}: {n} polygon, as seen in QGIS, was copied for the engine</numerusform>
        <numerusform>{layer}: {n} polygons, as seen in QGIS, were copied for the engine</numerusform>
      </translation>
    </message>
    <message>
      <location filename="../layers/polygon_source.py" />
      <source>{source} cannot be opened as a layer of polygons</source>
      <translation>{source} cannot be opened as a layer of polygons</translation>
    </message>
    <message>
      <location filename="../layers/project.py" />
      <source>Choose a folder of your own.</source>
      <translation>Choose a folder of your own.</translation>
    </message>
    <message>
      <location filename="../layers/project.py" />
      <source>Open it again.</source>
      <translation>Open it again.</translation>
    </message>
    <message>
      <location filename="../layers/project.py" />
      <source>Open the project again from {path}.</source>
      <translation>Open the project again from {path}.</translation>
    </message>
    <message>
      <location filename="../layers/project.py" />
      <source>The layers of the project {name} cannot be opened.</source>
      <translation>The layers of the project {name} cannot be opened.</translation>
    </message>
    <message>
      <location filename="../layers/project.py" />
      <source>The project {name} is closed.</source>
      <translation>The project {name} is closed.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>A project is a file that ends in .gpkg, not {name}.</source>
      <translation>A project is a file that ends in .gpkg, not {name}.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>Call it {name}.</source>
      <translation>Call it {name}.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>Check that the disk has room and that no other program has the file open.</source>
      <translation>Check that the disk has room and that no other program has the file open.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>Check that the disk has room, or choose another folder.</source>
      <translation>Check that the disk has room, or choose another folder.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>Choose a project file, or make a new project and import your labels into it.</source>
      <translation>Choose a project file, or make a new project and import your labels into it.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>Choose a project file, or take it from a backup.</source>
      <translation>Choose a project file, or take it from a backup.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>If it was moved, open it from its new place. If it is on another drive, connect the drive first.</source>
      <translation>If it was moved, open it from its new place. If it is on another drive, connect the drive first.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>Open it, or choose another name.</source>
      <translation>Open it, or choose another name.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>The project {name} cannot be written: {cause}</source>
      <translation>The project {name} cannot be written: {cause}</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>The project {name} lacks tables, and they cannot be added: {cause}</source>
      <translation>The project {name} lacks tables, and they cannot be added: {cause}</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>The project {path} is not there.</source>
      <translation>The project {path} is not there.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>Update DeepSeg in the plugin manager, then open it again.</source>
      <translation>Update DeepSeg in the plugin manager, then open it again.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>{name} already exists.</source>
      <translation>{name} already exists.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>{name} cannot be opened as a DeepSeg project: it is no GeoPackage, or it is damaged.</source>
      <translation>{name} cannot be opened as a DeepSeg project: it is no GeoPackage, or it is damaged.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>{name} is not a DeepSeg project: it has no table {table}.</source>
      <translation>{name} is not a DeepSeg project: it has no table {table}.</translation>
    </message>
    <message>
      <location filename="../layers/project_file.py" />
      <source>{name} was made with a newer version of DeepSeg.</source>
      <translation>{name} was made with a newer version of DeepSeg.</translation>
    </message>
    <message>
      <location filename="../layers/project_layers.py" />
      <source>Check that no other program has the file open, or take the project from a backup.</source>
      <translation>Check that no other program has the file open, or take the project from a backup.</translation>
    </message>
    <message>
      <location filename="../layers/project_layers.py" />
      <source>DeepSeg · {name}</source>
      <translation>DeepSeg · {name}</translation>
    </message>
    <message>
      <location filename="../layers/project_layers.py" />
      <source>Kept footprints</source>
      <translation>Kept footprints</translation>
    </message>
    <message>
      <location filename="../layers/project_layers.py" />
      <source>The table {table} of {name} cannot be opened.</source>
      <translation>The table {table} of {name} cannot be opened.</translation>
    </message>
    <message>
      <location filename="../layers/project_place.py" />
      <source>Allow writing in the file's properties, or open a copy in a folder of your own.</source>
      <translation>Allow writing in the file's properties, or open a copy in a folder of your own.</translation>
    </message>
    <message>
      <location filename="../layers/project_place.py" />
      <source>Another program is writing to {name}.</source>
      <translation>Another program is writing to {name}.</translation>
    </message>
    <message>
      <location filename="../layers/project_place.py" />
      <source>Choose a folder of your own, or copy the project there and open the copy.</source>
      <translation>Choose a folder of your own, or copy the project there and open the copy.</translation>
    </message>
    <message>
      <location filename="../layers/project_place.py" />
      <source>Make it, or choose another one.</source>
      <translation>Make it, or choose another one.</translation>
    </message>
    <message>
      <location filename="../layers/project_place.py" />
      <source>Save or close it there, for example in a second QGIS, then open it again.</source>
      <translation>Save or close it there, for example in a second QGIS, then open it again.</translation>
    </message>
    <message>
      <location filename="../layers/project_place.py" />
      <source>The folder {folder} cannot be written to.</source>
      <translation>The folder {folder} cannot be written to.</translation>
    </message>
    <message>
      <location filename="../layers/project_place.py" />
      <source>The folder {folder} does not exist.</source>
      <translation>The folder {folder} does not exist.</translation>
    </message>
    <message>
      <location filename="../layers/project_place.py" />
      <source>{name} is read-only.</source>
      <translation>{name} is read-only.</translation>
    </message>
    <message>
      <location filename="../layers/project_place.py" />
      <source>{name} lies on a network drive: only one person can edit it at a time, and drawing may be slow. A folder on this computer is safer while you work.</source>
      <translation>{name} lies on a network drive: only one person can edit it at a time, and drawing may be slow. A folder on this computer is safer while you work.</translation>
    </message>
    <message>
      <location filename="../layers/raster_belongings.py" />
      <source>Remove what belongs to {name}</source>
      <translation>Remove what belongs to {name}</translation>
    </message>
    <message>
      <location filename="../layers/raster_frame.py" />
      <source>Check that the file is whole and of a format that QGIS shows.</source>
      <translation>Check that the file is whole and of a format that QGIS shows.</translation>
    </message>
    <message>
      <location filename="../layers/raster_frame.py" />
      <source>{path} cannot be opened as a raster</source>
      <translation>{path} cannot be opened as a raster</translation>
    </message>
    <message>
      <location filename="../layers/raster_source.py" />
      <source>Check that the file was not moved or renamed.</source>
      <translation>Check that the file was not moved or renamed.</translation>
    </message>
    <message>
      <location filename="../layers/raster_source.py" />
      <source>Choose a raster layer or a file.</source>
      <translation>Choose a raster layer or a file.</translation>
    </message>
    <message>
      <location filename="../layers/raster_source.py" />
      <source>Save the part you need as a GeoTIFF (Export &gt; Save As, raw data) and use that.</source>
      <translation>Save the part you need as a GeoTIFF (Export &gt; Save As, raw data) and use that.</translation>
    </message>
    <message>
      <location filename="../layers/raster_source.py" />
      <source>The raster {path} does not exist</source>
      <translation>The raster {path} does not exist</translation>
    </message>
    <message>
      <location filename="../layers/raster_source.py" />
      <source>a calculation of QGIS</source>
      <translation>a calculation of QGIS</translation>
    </message>
    <message>
      <location filename="../layers/raster_source.py" />
      <source>a database</source>
      <translation>a database</translation>
    </message>
    <message>
      <location filename="../layers/raster_source.py" />
      <source>a web service</source>
      <translation>a web service</translation>
    </message>
    <message>
      <location filename="../layers/raster_source.py" />
      <source>{layer} comes from {source}, which DeepSeg cannot read</source>
      <translation>{layer} comes from {source}, which DeepSeg cannot read</translation>
    </message>
    <message>
      <location filename="../layers/raster_source.py" />
      <source>{layer} is not a raster</source>
      <translation>{layer} is not a raster</translation>
    </message>
    <message>
      <location filename="../layers/raster_table.py" />
      <source>Remove the raster {name}</source>
      <translation>Remove the raster {name}</translation>
    </message>
    <message>
      <location filename="../layers/raster_table.py" />
      <source>{name} cannot be opened as a raster.</source>
      <translation>{name} cannot be opened as a raster.</translation>
    </message>
    <message>
      <location filename="../layers/style.py" />
      <source>evaluate: kept for the test</source>
      <translation>evaluate: kept for the test</translation>
    </message>
    <message>
      <location filename="../layers/style.py" />
      <source>found (TP)</source>
      <translation>found (TP)</translation>
    </message>
    <message>
      <location filename="../layers/style.py" />
      <source>missed (FN)</source>
      <translation>missed (FN)</translation>
    </message>
    <message>
      <location filename="../layers/style.py" />
      <source>predict: find things here</source>
      <translation>predict: find things here</translation>
    </message>
    <message>
      <location filename="../layers/style.py" />
      <source>train: all inside is labeled</source>
      <translation>train: all inside is labeled</translation>
    </message>
    <message>
      <location filename="../layers/style.py" />
      <source>validate: picks the epoch</source>
      <translation>validate: picks the epoch</translation>
    </message>
    <message>
      <location filename="../layers/style.py" />
      <source>without a role</source>
      <translation>without a role</translation>
    </message>
    <message>
      <location filename="../layers/style.py" />
      <source>wrong: no label there (FP)</source>
      <translation>wrong: no label there (FP)</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>Let areas be found anew, for the rasters of this project.</source>
      <translation>Let areas be found anew, for the rasters of this project.</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>Let areas be found anew.</source>
      <translation>Let areas be found anew.</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>Make a training area</source>
      <translation>Make a training area</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>The suggestions and the project do not lie on the same map.</source>
      <translation>The suggestions and the project do not lie on the same map.</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>This area lies where the project's map has no coordinates.</source>
      <translation>This area lies where the project's map has no coordinates.</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>difference (0 to 1)</source>
      <translation>difference (0 to 1)</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>disagreement (0 to 1)</source>
      <translation>disagreement (0 to 1)</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>rank</source>
      <translation>rank</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>uncertainty (0 to 1)</source>
      <translation>uncertainty (0 to 1)</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>what became of it</source>
      <translation>what became of it</translation>
    </message>
    <message>
      <location filename="../layers/suggestion_layer.py" />
      <source>{path} cannot be opened.</source>
      <translation>{path} cannot be opened.</translation>
    </message>
    <message>
      <location filename="../layers/unsaved.py" />
      <source>"{name}" could not be saved; your changes are still there.</source>
      <translation>"{name}" could not be saved; your changes are still there.</translation>
    </message>
    <message>
      <location filename="../layers/unsaved.py" />
      <source>Check that the disk has room and that no other program has the file open, then save again. {cause}</source>
      <translation>Check that the disk has room and that no other program has the file open, then save again. {cause}</translation>
    </message>
    <message>
      <location filename="../plugin.py" />
      <source>About DeepSeg</source>
      <translation>About DeepSeg</translation>
    </message>
    <message>
      <location filename="../plugin.py" />
      <source>All tools</source>
      <translation>All tools</translation>
    </message>
    <message>
      <location filename="../plugin.py" />
      <source>Categories &amp;&amp; labels</source>
      <translation>Categories &amp;&amp; labels</translation>
    </message>
    <message>
      <location filename="../plugin.py" />
      <source>DeepSeg: draw, train, evaluate, predict</source>
      <translation>DeepSeg: draw, train, evaluate, predict</translation>
    </message>
    <message>
      <location filename="../plugin.py" />
      <source>Open DeepSeg</source>
      <translation>Open DeepSeg</translation>
    </message>
    <message>
      <location filename="../plugin.py" />
      <source>Set up DeepSeg…</source>
      <translation>Set up DeepSeg…</translation>
    </message>
    <message>
      <location filename="../plugin.py" />
      <source>{name} {version}

Learns to find things in orthophotos from a few drawn polygons, on this computer. The engine also runs as a command line:

{commands}</source>
      <translation>{name} {version}

Learns to find things in orthophotos from a few drawn polygons, on this computer. The engine also runs as a command line:

{commands}</translation>
    </message>
  </context>
</TS>
