"""A training's state survives the disk, and a foreign file is refused."""

from __future__ import annotations

import pytest
import torch

from engine.errors import OutputError, RunFolderError
from engine.training.checkpoint import TrainState, load_state, save_state
from engine.training.history import EpochRecord, draw_curves, write_history
from engine.training.run_folder import RunFolder

RECORDS = [
    EpochRecord(1, {"body": 0.5, "boundary": 0.25}, {"f1": 0.1, "map50": 0.2}, True, 2.0),
    EpochRecord(2, {"body": 0.25, "boundary": 0.25}, {"f1": 0.3, "map50": 0.25}, True, 4.0),
]


def test_a_state_comes_back_as_it_was(tmp_path):
    state = TrainState(2, 8, {"w": torch.ones(2)}, {"w": torch.zeros(2)}, {"state": {}}, RECORDS, {"w": torch.ones(1)})
    save_state(tmp_path / "c.pt", state)
    loaded = load_state(tmp_path / "c.pt")
    assert (loaded.epoch, loaded.step, loaded.records) == (2, 8, RECORDS)
    assert (loaded.network["w"] == 1).all()
    assert [path.name for path in tmp_path.iterdir()] == ["c.pt"]


def test_a_damaged_checkpoint_is_a_sentence(tmp_path):
    (tmp_path / "c.pt").write_bytes(b"nothing")
    with pytest.raises(RunFolderError, match="is damaged"):
        load_state(tmp_path / "c.pt")


def test_a_checkpoint_of_another_version_is_a_sentence(tmp_path):
    torch.save({"format": 99}, tmp_path / "c.pt")
    with pytest.raises(RunFolderError, match="another version"):
        load_state(tmp_path / "c.pt")


def test_history_has_a_row_per_epoch(tmp_path):
    write_history(tmp_path / "h.csv", RECORDS)
    assert (tmp_path / "h.csv").read_text().splitlines() == [
        "epoch,seconds,loss,loss_body,loss_boundary,f1,map50,is_best",
        "1,2.0,0.750000,0.500000,0.250000,0.100000,0.200000,1",
        "2,4.0,0.500000,0.250000,0.250000,0.300000,0.250000,1",
    ]


@pytest.mark.parametrize("records", [RECORDS, [EpochRecord(1, {"body": 0.5}, {}, True, 1.0)]])
def test_curves_are_a_picture(tmp_path, records):
    draw_curves(tmp_path / "curves.png", records)
    assert (tmp_path / "curves.png").read_bytes().startswith(b"\x89PNG")


def test_a_folder_of_somebody_else_is_not_touched(tmp_path):
    (tmp_path / "thesis.docx").write_text("years of work")
    with pytest.raises(RunFolderError, match="is not empty and holds no run"):
        RunFolder(tmp_path).start({})
    assert (tmp_path / "thesis.docx").exists()


def test_a_new_run_forgets_the_old_checkpoint(tmp_path):
    run = RunFolder(tmp_path / "run")
    run.start({"seed": 0})
    run.checkpoint.write_text("old")
    assert run.can_resume
    run.start({"seed": 1})
    assert not run.can_resume


def test_other_settings_are_named_with_both_values(tmp_path):
    run = RunFolder(tmp_path / "run")
    run.start({"seed": 0, "bands": (1, 2)})
    run.check_same({"seed": 0, "bands": [1, 2]})
    with pytest.raises(RunFolderError, match="seed was 0, is 1"):
        run.check_same({"seed": 1, "bands": (1, 2)})


def test_a_run_folder_that_cannot_be_made_is_a_sentence(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(OutputError, match="cannot write"):
        RunFolder(tmp_path / "file" / "run").start({})
