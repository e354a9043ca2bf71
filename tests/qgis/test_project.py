"""The project as layers: its group, its categories and counts, undone and redone with the labels; rasters."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from qgis.core import (
    NULL,
    QgsFillSymbol,
    QgsMapLayer,
    QgsProject,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsSnappingConfig,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import QCoreApplication

from deepseg_qgis.domain.category import OKABE_ITO, Category
from deepseg_qgis.errors import LayerNotUsableError, ProjectFileError
from deepseg_qgis.layers.digitizing import start_drawing
from deepseg_qgis.layers.project import SiteProject, open_project
from tests.qgis.project_world import draw, make_project, make_raster, square, values_of
from tests.qgis.test_project_file import HOLDER

ROOF, TREE = Category("roof", OKABE_ITO[0]), Category("tree", OKABE_ITO[1])


@pytest.fixture
def site(tmp_path: Path) -> SiteProject:
    site = make_project(tmp_path)
    site.add_category("roof")
    site.add_category("tree")
    return site


@pytest.fixture
def drawn(site: SiteProject) -> SiteProject:
    """The project with three labels that are not saved yet."""
    labels = site.layer("labels")
    start_drawing(labels, {"category": "roof"})
    draw(labels, "roof", "roof", "tree")
    return site


def test_a_new_project_is_a_group_with_areas_above_labels(site: SiteProject) -> None:
    group = QgsProject.instance().layerTreeRoot().children()[0]
    assert group.name() == "DeepSeg · 부지 1"
    shown = [node.layer() for node in group.children() if not node.layer().flags() & QgsMapLayer.Private]
    assert [layer.name() for layer in shown] == ["Areas", "Labels", "Kept footprints"]
    assert site.group() is group
    assert site.runs_folder == site.path.parent / "runs"
    assert site.crs.authid() == "EPSG:32636"


def test_without_a_crs_the_layers_have_none(tmp_path: Path) -> None:
    site = make_project(tmp_path, crs="")
    assert [site.layer(table).crs().isValid() for table in ("areas", "labels", "footprints")] == [False] * 3


def test_opening_it_twice_uses_the_same_layers(site: SiteProject) -> None:
    n_layers = len(QgsProject.instance().mapLayers())
    again = open_project(site.path, QgsProject.instance())
    assert len(QgsProject.instance().mapLayers()) == n_layers
    assert again.layer("labels") is site.layer("labels")
    assert again.categories() == [ROOF, TREE]


def test_a_layer_that_was_removed_from_the_map_comes_back(drawn: SiteProject) -> None:
    drawn.layer("labels").commitChanges()
    QgsProject.instance().removeMapLayer(drawn.layer("labels").id())
    assert drawn.label_counts() == {"roof": 2, "tree": 1}
    assert [node.name() for node in drawn.group().children()][:3] == ["Areas", "Labels", "Kept footprints"]


def test_after_the_qgis_project_was_closed_it_says_so(site: SiteProject) -> None:
    QgsProject.instance().clear()
    assert not site.is_open
    with pytest.raises(ProjectFileError, match=r"부지 1 is closed"):
        site.categories()


def test_labels_are_drawn_in_the_colors_of_the_categories(site: SiteProject) -> None:
    rows = site.layer("labels").renderer().categories()
    assert [row.label() for row in rows] == ["roof", "tree", "without a category"]
    assert [row.symbol().symbolLayer(0).strokeColor().name() for row in rows[:2]] == [ROOF.color, TREE.color]
    fill = rows[0].symbol().symbolLayer(0).fillColor()
    assert 0 < fill.alpha() < 128
    site.recolor_category("roof", "#123456")
    rows = site.layer("labels").renderer().categories()
    assert rows[0].symbol().symbolLayer(0).strokeColor().name() == "#123456"


def test_a_style_of_the_users_own_stays(site: SiteProject) -> None:
    labels = site.layer("labels")
    labels.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol()))
    site.add_category("pool")
    assert labels.renderer().type() == "singleSymbol"


def test_forms_offer_categories_and_roles_by_name(site: SiteProject) -> None:
    labels, areas = site.layer("labels"), site.layer("areas")
    widget = labels.editorWidgetSetup(labels.fields().indexOf("category"))
    assert widget.type() == "ValueRelation"
    assert widget.config()["Layer"] == site.layer("categories").id()
    roles = areas.editorWidgetSetup(areas.fields().indexOf("role")).config()["map"]
    assert [next(iter(role.values())) for role in roles] == ["train", "validate", "evaluate", "predict"]
    assert labels.displayExpression() == '"category"'


def test_counts_follow_what_is_drawn_before_it_is_saved(drawn: SiteProject) -> None:
    labels = drawn.layer("labels")
    assert drawn.label_counts() == {"roof": 2, "tree": 1}
    labels.undoStack().undo()
    assert drawn.label_counts() == {"roof": 2, "tree": 0}
    labels.undoStack().redo()
    labels.commitChanges()
    assert drawn.label_counts() == {"roof": 2, "tree": 1}
    labels.startEditing()
    labels.deleteFeature(min(labels.allFeatureIds()))
    assert drawn.label_counts() == {"roof": 1, "tree": 1}
    labels.changeAttributeValue(min(labels.allFeatureIds()), labels.fields().indexOf("category"), NULL)
    assert drawn.label_counts() == {"roof": 0, "tree": 1, "": 1}
    labels.rollBack()
    assert drawn.label_counts() == {"roof": 2, "tree": 1}


def test_areas_are_counted_by_role(site: SiteProject) -> None:
    areas = site.layer("areas")
    start_drawing(areas, {"role": "evaluate"})
    draw(areas, "train", "evaluate", field="role")
    assert site.areas_counts() == {"train": 1, "validate": 0, "evaluate": 1, "predict": 0}


def test_what_is_drawn_carries_the_category_and_no_form_interrupts(site: SiteProject) -> None:
    labels = site.layer("labels")
    start_drawing(labels, {"category": "it's a roof", "raster": "a.png"})
    feature = QgsVectorLayerUtils.createFeature(labels, square(0))
    assert (feature["category"], feature["raster"]) == ("it's a roof", "a.png")
    assert labels.isEditable()
    assert labels.editFormConfig().suppress() == labels.editFormConfig().SuppressOn


def test_drawing_with_an_unknown_field_is_refused(site: SiteProject) -> None:
    with pytest.raises(LayerNotUsableError, match="has no field kind"):
        start_drawing(site.layer("labels"), {"kind": "roof"})


def test_renaming_takes_the_labels_along_in_one_step(drawn: SiteProject) -> None:
    labels = drawn.layer("labels")
    steps = labels.undoStack().count()
    drawn.rename_category("roof", "house")
    assert labels.undoStack().count() == steps + 1
    assert labels.undoStack().undoText() == "Rename the category roof to house"
    assert drawn.label_counts() == {"house": 2, "tree": 1}
    assert drawn.categories() == [Category("house", ROOF.color), TREE]
    assert QgsVectorLayerUtils.createFeature(labels)["category"] == "house"
    labels.undoStack().undo()
    assert drawn.label_counts() == {"roof": 2, "tree": 1}
    assert drawn.categories() == [ROOF, TREE]
    labels.undoStack().redo()
    assert drawn.categories() == [Category("house", ROOF.color), TREE]


def test_discarding_the_edits_takes_the_renaming_back_too(drawn: SiteProject) -> None:
    drawn.layer("labels").commitChanges(False)
    drawn.rename_category("roof", "house")
    drawn.layer("labels").rollBack()
    assert drawn.categories() == [ROOF, TREE]
    assert drawn.label_counts() == {"roof": 2, "tree": 1}


def test_outside_edit_mode_it_is_saved_at_once(drawn: SiteProject) -> None:
    drawn.layer("labels").commitChanges()
    drawn.rename_category("roof", "house")
    assert not drawn.layer("labels").isEditable()
    on_disk = QgsVectorLayer(f"{drawn.path}|layername=labels", "", "ogr")
    assert values_of(on_disk) == ["house", "house", "tree"]


@pytest.mark.parametrize(
    "labels_go, counts", [("keep", {"tree": 1, "": 2}), ("delete", {"tree": 1})], ids=["keep", "delete"]
)
def test_deleting_a_category_keeps_or_deletes_its_labels(
    drawn: SiteProject, labels_go: str, counts: dict[str, int]
) -> None:
    assert drawn.delete_category("roof", labels_go) == 2
    assert drawn.categories() == [TREE]
    assert drawn.label_counts() == counts
    drawn.layer("labels").undoStack().undo()
    assert drawn.categories() == [ROOF, TREE]
    assert drawn.label_counts() == {"roof": 2, "tree": 1}


@pytest.mark.parametrize("name", ["roof", "ROOF", " roof "])
def test_a_name_that_is_taken_is_refused(site: SiteProject, name: str) -> None:
    with pytest.raises(ProjectFileError, match="There is a category roof already"):
        site.add_category(name)
    with pytest.raises(ProjectFileError, match="There is a category roof already"):
        site.rename_category("tree", name)


def test_a_name_may_change_its_case(site: SiteProject) -> None:
    site.rename_category("roof", "Roof")
    assert site.categories()[0].name == "Roof"


def test_an_empty_name_is_refused(site: SiteProject) -> None:
    with pytest.raises(ProjectFileError, match="needs a name"):
        site.add_category("  ")
    with pytest.raises(ProjectFileError, match="needs a name"):
        site.rename_category("roof", "")


def test_what_cannot_be_saved_is_told_and_taken_back(
    drawn: SiteProject,
) -> None:
    drawn.layer("labels").commitChanges()
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(drawn.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        holder.stdout.readline()
        with pytest.raises(ProjectFileError, match="another program is writing to the same file"):
            drawn.rename_category("roof", "house")
        holder.stdin.close()
        holder.wait(10)
    assert drawn.categories() == [ROOF, TREE]
    assert drawn.label_counts() == {"roof": 2, "tree": 1}


def test_it_tells_once_when_the_user_edits_by_hand(site: SiteProject) -> None:
    told = []
    QCoreApplication.processEvents()
    site.changed.connect(lambda: told.append(1))
    labels = site.layer("labels")
    start_drawing(labels, {"category": "roof"})
    draw(labels, "roof", "roof", "tree")
    QCoreApplication.processEvents()
    assert told == [1]
    table = site.layer("categories")
    table.startEditing()
    table.changeAttributeValue(1, table.fields().indexOf("color"), "#010203")
    QCoreApplication.processEvents()
    assert len(told) == 2
    row = labels.renderer().categories()[0]
    assert row.symbol().symbolLayer(0).strokeColor().name() == "#010203"
    site.close()
    table.rollBack()
    QCoreApplication.processEvents()
    assert len(told) == 2


def test_a_category_typed_by_hand_with_a_strange_color_gets_another(site: SiteProject) -> None:
    table = site.layer("categories")
    table.startEditing()
    table.changeAttributeValue(2, table.fields().indexOf("color"), "green")
    assert site.categories() == [ROOF, TREE]


def test_rasters_are_shown_at_the_bottom_and_kept_relative(site: SiteProject) -> None:
    inside, beside = make_raster(site.path.parent / "래 1.tif"), make_raster(site.path.parents[1] / "b" / "c.tif")
    site.add_raster(inside, "train")
    site.add_raster(beside, "evaluate")
    assert [(entry.path, entry.role) for entry in site.rasters()] == [(str(inside), "train"), (str(beside), "evaluate")]
    assert [node.name() for node in site.group().children()][-2:] == ["래 1", "c"]
    assert values_of(site.layer("rasters"), "path") == ["래 1.tif", "../b/c.tif"]


def test_legends_that_would_fill_the_layer_tree_are_folded(site: SiteProject) -> None:
    site.add_raster(make_raster(site.path.parent / "more.tif"), "train")
    nodes = {node.name(): node.isExpanded() for node in site.group().findLayers()}
    assert (nodes["Areas"], nodes["Labels"]) == (True, True)
    assert (nodes["Kept footprints"], nodes["more"]) == (False, False)


def test_adding_a_raster_again_changes_its_role(site: SiteProject) -> None:
    raster = make_raster(site.path.parent / "a.tif")
    site.add_raster(raster, "train")
    site.add_raster(raster, "predict")
    assert [(entry.path, entry.role) for entry in site.rasters()] == [(str(raster), "predict")]


def test_removing_a_raster_leaves_the_users_layer_and_the_file(site: SiteProject) -> None:
    mine, ours = make_raster(site.path.parent / "mine.tif"), make_raster(site.path.parent / "ours.tif")
    layer = QgsRasterLayer(str(mine), "my raster")
    QgsProject.instance().addMapLayer(layer)
    assert site.add_raster(mine).layer is layer
    site.add_raster(ours)
    site.remove_raster(mine)
    site.remove_raster(ours)
    assert site.rasters() == []
    rasters = [each for each in QgsProject.instance().mapLayers().values() if isinstance(each, QgsRasterLayer)]
    assert rasters == [layer]
    assert mine.exists() and ours.exists()


def test_what_is_no_raster_is_refused(site: SiteProject) -> None:
    (site.path.parent / "a.tif").write_text("no")
    with pytest.raises(LayerNotUsableError, match=r"a\.tif cannot be opened as a raster"):
        site.add_raster(site.path.parent / "a.tif")
    assert site.rasters() == []


def test_snapping_of_the_users_layers_stays_and_ours_is_off(tmp_path: Path) -> None:
    project = QgsProject.instance()
    mine = QgsVectorLayer("Polygon?crs=EPSG:32636", "mine", "memory")
    project.addMapLayer(mine)
    config = project.snappingConfig()
    config.setEnabled(True)
    config.setMode(QgsSnappingConfig.AdvancedConfiguration)
    settings = config.individualLayerSettings(mine)
    settings.setEnabled(True)
    config.setIndividualLayerSettings(mine, settings)
    project.setSnappingConfig(config)
    site = make_project(tmp_path)
    after = project.snappingConfig()
    assert after.enabled() and after.mode() == QgsSnappingConfig.AdvancedConfiguration
    assert after.individualLayerSettings(mine).enabled()
    assert not after.individualLayerSettings(site.layer("labels")).enabled()
    assert not after.individualLayerSettings(site.layer("areas")).enabled()
