"""A project is found again when the QGIS project that shows it is opened, also after the folder has been moved."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from qgis.core import QgsProject

from deepseg_qgis.errors import ProjectFileError
from deepseg_qgis.layers.project import SiteProject, find_project
from deepseg_qgis.layers.project_memory import forget, recall, remember
from tests.qgis.project_world import draw, make_project, make_raster, values_of


@pytest.fixture
def saved(tmp_path: Path) -> Iterator[Path]:
    """A saved QGIS project with a DeepSeg project, two labels and a raster, in the same folder; nothing is open."""
    site = make_project(tmp_path)
    site.add_category("roof")
    site.add_category("tree", "#123456")
    labels = site.layer("labels")
    labels.startEditing()
    draw(labels, "roof", "tree")
    labels.commitChanges()
    site.add_raster(make_raster(site.path.parent / "래 1.tif"), "evaluate")
    path = site.path.parent / "지도 1.qgz"
    assert QgsProject.instance().write(str(path))
    QgsProject.instance().clear()
    yield path
    QgsProject.instance().clear()


def reopened(path: Path) -> SiteProject:
    assert QgsProject.instance().read(str(path))
    site = find_project(QgsProject.instance())
    assert site is not None
    return site


def test_an_empty_qgis_project_has_none() -> None:
    assert find_project(QgsProject.instance()) is None


def test_everything_is_there_again(saved: Path) -> None:
    site = reopened(saved)
    assert site.name == "부지 1"
    assert [category.color for category in site.categories()] == ["#56b4e9", "#123456"]
    assert site.label_counts() == {"roof": 1, "tree": 1}
    assert [(entry.path, entry.role) for entry in site.rasters()] == [(str(saved.parent / "래 1.tif"), "evaluate")]
    assert site.rasters()[0].layer is not None
    assert site.group().name() == "DeepSeg · 부지 1"
    assert len(QgsProject.instance().mapLayers()) == 6
    assert not QgsProject.instance().isDirty()


def test_forms_still_know_the_categories(saved: Path) -> None:
    site = reopened(saved)
    labels = site.layer("labels")
    widget = labels.editorWidgetSetup(labels.fields().indexOf("category"))
    assert widget.config()["Layer"] == site.layer("categories").id()


def test_renaming_works_after_reopening(saved: Path) -> None:
    site = reopened(saved)
    site.layer("labels").startEditing()
    site.rename_category("roof", "house")
    assert site.label_counts() == {"house": 1, "tree": 1}
    site.layer("labels").undoStack().undo()
    assert site.label_counts() == {"roof": 1, "tree": 1}


def test_a_folder_that_was_moved_is_no_matter(saved: Path, tmp_path: Path) -> None:
    moved = tmp_path / "다른 곳" / "folder"
    shutil.move(saved.parent, moved)
    site = reopened(moved / saved.name)
    assert site.path == moved / "site 가.gpkg"
    assert site.label_counts() == {"roof": 1, "tree": 1}
    assert site.rasters()[0].path == str(moved / "래 1.tif")
    assert site.rasters()[0].layer.isValid()


def test_a_group_that_the_user_renamed_and_moved_is_still_the_group(saved: Path) -> None:
    site = reopened(saved)
    site.group().setName("my roofs")
    QgsProject.instance().write()
    QgsProject.instance().clear()
    assert reopened(saved).group().name() == "my roofs"


def test_categories_changed_elsewhere_are_drawn_in_their_colors(saved: Path) -> None:
    elsewhere = QgsProject()
    from deepseg_qgis.layers.project import open_project

    other = open_project(saved.parent / "site 가.gpkg", elsewhere)
    other.recolor_category("roof", "#abcdef")
    other.close()
    row = reopened(saved).layer("labels").renderer().categories()[0]
    assert row.symbol().symbolLayer(0).strokeColor().name() == "#abcdef"


def test_a_file_that_is_gone_is_told_with_its_place(saved: Path) -> None:
    (saved.parent / "site 가.gpkg").unlink()
    QgsProject.instance().read(str(saved))
    with pytest.raises(ProjectFileError, match=r"site 가\.gpkg is not there"):
        find_project(QgsProject.instance())


def test_a_removed_table_comes_back_on_opening(saved: Path) -> None:
    site = reopened(saved)
    QgsProject.instance().removeMapLayer(site.layer("areas").id())
    QgsProject.instance().write()
    QgsProject.instance().clear()
    site = reopened(saved)
    assert site.areas_counts()["train"] == 0
    assert site.group().children()[0].name() == "Areas"


def test_the_memory_keeps_values_of_any_kind(saved: Path) -> None:
    project = QgsProject.instance()
    project.read(str(saved))
    remember(project, "epochs", 12)
    remember(project, "form", {"encoder": "기본", "bands": [1, 2]})
    project.write()
    project.clear()
    assert recall(project, "epochs") is None
    project.read(str(saved))
    assert recall(project, "epochs") == 12
    assert recall(project, "form") == {"encoder": "기본", "bands": [1, 2]}
    remember(project, "epochs", 12)
    assert not project.isDirty()
    forget(project, "epochs")
    assert recall(project, "epochs", 20) == 20


def test_labels_that_were_saved_are_on_disk(saved: Path) -> None:
    assert values_of(reopened(saved).layer("labels")) == ["roof", "tree"]
