"""Frames from a video file, from a stream of a small server on this machine, and from sources that give none."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import cv2
import numpy as np
import pytest
from PIL import Image

from engine.camera.frame import Frame, frame_path, time_text, write_frame
from engine.camera.source import parse_source
from engine.commands.capture import capture
from engine.domain.capture_settings import CaptureSettings
from engine.errors import CameraError, OutputError, Stopped
from engine.events import SilentReporter
from engine.geo.raster import open_raster
from engine.stop import StopFlag

ROWS, COLS, FPS = 48, 64, 10


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three seconds at ten pictures a second, red going from 0 up by 8 with each."""
    path = tmp_path_factory.mktemp("video") / "site walk.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), FPS, (COLS, ROWS))
    for number in range(30):
        writer.write(np.full((ROWS, COLS, 3), (0, 0, 8 * number), np.uint8))  # blue first
    writer.release()
    return path


def taken(source: object, folder: Path, **options: object) -> SilentReporter:
    reporter = SilentReporter()
    settings = CaptureSettings(source=str(source), output=folder, **options)  # type: ignore[arg-type]
    capture(settings, reporter=reporter, stop=StopFlag())
    return reporter


def reds(folder: Path) -> list[int]:
    return [int(np.asarray(Image.open(path))[ROWS // 2, COLS // 2, 0]) for path in sorted(folder.iterdir())]


@pytest.mark.parametrize(
    "every_s, count, pictures",
    [(1, None, [0, 10, 20]), (0, 4, [0, 1, 2, 3]), (0.5, 3, [0, 5, 10]), (10, None, [0]), (0.3, 3, [0, 3, 6])],
)
def test_frames_of_a_video_are_apart_by_its_own_time(
    video: Path, tmp_path: Path, every_s: float, count: int | None, pictures: list[int]
) -> None:
    taken(video, tmp_path / "frames", every_s=every_s, count=count)
    assert reds(tmp_path / "frames") == pytest.approx([8 * number for number in pictures], abs=4)


def test_a_frame_is_a_raster_and_says_when_it_was_taken(video: Path, tmp_path: Path) -> None:
    taken(video, tmp_path, every_s=2)
    names = sorted(path.name for path in tmp_path.iterdir())
    assert names == ["site walk_00h00m00s000_0001.png", "site walk_00h00m02s000_0002.png"]
    with Image.open(tmp_path / names[1]) as picture:
        assert picture.text == {"Source": "site walk.avi", "Video Time": "0:00:02.000"}  # type: ignore[attr-defined]
    with open_raster(tmp_path / names[0]) as raster:
        assert (raster.n_bands, raster.grid.rows, raster.grid.cols) == (3, ROWS, COLS)
        assert raster.grid.has_pixel_coordinates


def test_every_frame_is_told_when_it_is_whole(video: Path, tmp_path: Path) -> None:
    reporter = taken(video, tmp_path, every_s=1)
    artifacts = [event["path"] for event in reporter.named("artifact")]
    assert artifacts == sorted(str(path) for path in tmp_path.iterdir())
    result = reporter.named("result")[0]["values"]
    assert result["folder"] == str(tmp_path)
    assert (result["n_frames"], result["width_px"], result["height_px"]) == (3, COLS, ROWS)
    assert result["text"].startswith("3 frames of 64 x 48 px in ")
    assert reporter.named("warning") == []
    assert reporter.named("progress") == []  # how many there will be is not known


def test_a_preview_is_small_and_told(tmp_path: Path) -> None:
    path = tmp_path / "large.avi"
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter_fourcc(*"MJPG"), FPS, (1600, 1200))
    writer.write(np.zeros((1200, 1600, 3), np.uint8))
    writer.release()
    reporter = taken(path, tmp_path / "frames", preview=tmp_path / "seen.jpg")
    with Image.open(tmp_path / "seen.jpg") as picture:
        assert picture.size == (640, 480)
    assert [event["kind"] for event in reporter.named("artifact")] == ["frame", "preview"]


def test_frames_of_another_video_with_the_same_name_are_left_alone(video: Path, tmp_path: Path) -> None:
    folder, other = tmp_path / "프레임", tmp_path / "Site Walk.avi"
    taken(video, folder, every_s=2)
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    other.write_bytes(video.read_bytes())
    for _ in range(2):
        taken(other, folder, count=1)
    names = {"Site Walk-2_00h00m00s000_0001.png", "Site Walk-3_00h00m00s000_0001.png"}
    assert {path.name for path in folder.iterdir()} == {*before, *names}
    assert all((folder / name).read_bytes() == content for name, content in before.items())


def test_a_preview_never_takes_the_place_of_the_source(video: Path, tmp_path: Path) -> None:
    source = tmp_path / "one.jpg"
    source.write_bytes(video.read_bytes())
    with pytest.raises(OutputError, match=r"one\.jpg is also what is read"):
        taken(source, tmp_path / "frames", preview=source)
    assert source.read_bytes() == video.read_bytes()
    with pytest.raises(ValueError, match=r"preview must end in \.jpg, got 'walk\.mp4'"):
        CaptureSettings(source="0", output=tmp_path, preview=Path("walk.mp4"))


def test_a_video_that_ends_too_soon_is_told(video: Path, tmp_path: Path) -> None:
    warning = taken(video, tmp_path, every_s=1, count=9).named("warning")[0]
    assert warning["message"] == "site walk.avi ended after 3 of 9 frames"


@pytest.mark.parametrize("ending", ["png", "jpg"])
def test_the_moment_of_a_live_frame_stands_in_name_and_metadata(tmp_path: Path, ending: str) -> None:
    moment = datetime(2026, 3, 4, 5, 6, 7, 89_000, tzinfo=timezone.utc)
    frame = Frame(np.zeros((4, 5, 3), np.uint8), 2.5, moment)
    source = parse_source("rtsp://me:secret@cam-3.example:554/live?token=abc")
    path = frame_path(tmp_path, source, frame, 7, ending)
    write_frame(path, source, frame)
    assert path.name == f"cam-3-example_20260304T050607089Z_0007.{ending}"
    with Image.open(path) as picture:
        if ending == "png":
            told = str(picture.text)  # type: ignore[attr-defined]
            assert "2026-03-04T05:06:07.089Z" in told
        else:
            exif = picture.getexif()
            assert exif.get_ifd(0x8769)[0x9003] == "2026:03:04 05:06:07"
            told = str(exif[0x010E])
            assert told == "rtsp://cam-3.example:554/live at 2026-03-04T05:06:07.089Z"
    assert "secret" not in told and "abc" not in told


def test_a_time_beyond_an_hour_is_told_whole() -> None:
    assert time_text(Frame(np.zeros((1, 1, 3), np.uint8), 3723.4996)) == "1:02:03.500"


# Sources that cannot be


@pytest.mark.parametrize(
    "source, sentence",
    [
        ("missing.mp4", "missing.mp4 does not exist"),
        (".", ". is a folder"),
        ("concat://a|b", "concat:// cannot be a source"),
        ("file:///etc/passwd", "file:// cannot be a source"),
        ("http://", "http:// cannot be a source"),
        ("http://host:99999999/", "this is no URL"),
        ("99", "camera 99 cannot be opened"),
    ],
)
def test_a_source_that_is_none_is_told(tmp_path: Path, source: str, sentence: str) -> None:
    with pytest.raises(CameraError, match=sentence.replace("|", r"\|")) as raised:
        taken(source, tmp_path)
    assert raised.value.hint


@pytest.mark.parametrize("content", [b"", b"this is no video" * 100])
def test_a_file_that_is_no_video_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "notes.mp4"
    path.write_bytes(content)
    with pytest.raises(CameraError, match=r"notes.mp4 (cannot be opened|ended before)"):
        taken(path, tmp_path / "frames")
    assert not (tmp_path / "frames").exists()


def test_a_video_cut_short_gives_the_frames_it_has(video: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.avi"
    cut.write_bytes(video.read_bytes()[: video.stat().st_size // 2])
    taken(cut, tmp_path / "frames", every_s=0)
    assert 1 <= len(list((tmp_path / "frames").iterdir())) < 30


def test_a_folder_that_cannot_be_made_is_told(video: Path, tmp_path: Path) -> None:
    (tmp_path / "frames").write_text("a file", encoding="utf-8")
    with pytest.raises(OutputError, match="cannot write"):
        taken(video, tmp_path / "frames")


@pytest.mark.parametrize(
    "options, sentence",
    [
        ({"source": " "}, "source must name"),
        ({"every_s": -1}, "every_s must be at least 0"),
        ({"every_s": float("nan")}, "every_s must be at least 0"),
        ({"count": 0}, "count must be at least 1"),
        ({"format": "gif"}, "format must be one of png, jpg"),
        ({"timeout_s": 0}, "timeout_s must be more than 0"),
    ],
)
def test_settings_that_cannot_be_are_refused(options: dict[str, object], sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        CaptureSettings(**{"source": "0", "output": Path("frames"), **options})  # type: ignore[arg-type]


# Streams


class Server:
    """Sends pictures as an IP camera does; `n_pictures` of them, then `end` ("close" or "silence")."""

    def __init__(self, n_pictures: int, end: str, pause_s: float = 0.02) -> None:
        self.is_closing = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                if self.path == "/missing":
                    self.send_error(404)
                    return
                self.send_response(200)
                self.send_header("Content-Type", "multipart/x-mixed-replace; boundary=frame")
                self.end_headers()
                try:
                    for number in range(n_pictures):
                        self.wfile.write(_part(number))
                        self.wfile.flush()
                        outer.is_closing.wait(pause_s)
                    if end == "silence":
                        outer.is_closing.wait(60)
                except OSError:
                    pass  # the reader has gone

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self._server.server_address[1]}"

    def close(self) -> None:
        self.is_closing.set()
        self._server.shutdown()
        self._server.server_close()


def _part(number: int) -> bytes:
    pixels = np.full((ROWS, COLS, 3), (0, 0, (8 * number) % 256), np.uint8)
    jpeg = cv2.imencode(".jpg", pixels)[1].tobytes()
    head = f"--frame\r\nContent-Type: image/jpeg\r\nContent-Length: {len(jpeg)}\r\n\r\n"
    return head.encode() + jpeg + b"\r\n"


@pytest.fixture
def serve() -> Iterator[object]:
    servers: list[Server] = []

    def start(*arguments: object) -> Server:
        servers.append(Server(*arguments))  # type: ignore[arg-type]
        return servers[-1]

    yield start
    for server in servers:
        server.close()


def test_a_stream_gives_frames_with_the_moment_they_came(serve: object, tmp_path: Path) -> None:
    server = serve(1000, "close")  # type: ignore[operator]
    before = datetime.now(timezone.utc)
    reporter = taken(server.url + "/video", tmp_path / "frames", every_s=0.1, count=3, preview=tmp_path / "p.jpg")
    names = [Path(event["path"]).name for event in reporter.named("artifact") if event["kind"] == "frame"]
    assert len(names) == 3 and names == sorted(names)
    for number, name in enumerate(names, start=1):
        stem, moment, ending = name.split("_")
        assert stem == "127-0-0-1" and ending == f"{number:04d}.png"
        taken_at = datetime.strptime(moment, "%Y%m%dT%H%M%S%fZ").replace(tzinfo=timezone.utc)
        assert abs((taken_at - before).total_seconds()) < 30
    assert reporter.named("warning") == []
    assert (tmp_path / "p.jpg").is_file()


def test_only_our_own_sentences_are_told(tmp_path: Path) -> None:
    # In a process of its own: FFmpeg asks how talkative it is to be once, and the videos of these tests use it as well.
    command = "import sys; from engine.cli.main import main; sys.exit(main(sys.argv[1:]))"
    words = ["capture", "--source", "http://me:secret@127.0.0.1:9/live", "--output", str(tmp_path)]
    ended = subprocess.run([sys.executable, "-c", command, *words], capture_output=True, text=True, timeout=60)
    lines = ended.stderr.splitlines()
    assert (ended.returncode, ended.stdout, len(lines)) == (2, "", 3)
    assert lines[:2] == ["Opening http://127.0.0.1:9/live", "Error: http://127.0.0.1:9/live cannot be opened."]


def test_a_stream_that_ends_keeps_its_frames(serve: object, tmp_path: Path) -> None:
    server = serve(12, "close")  # type: ignore[operator]
    reporter = taken(server.url, tmp_path, every_s=0, count=500)
    n_frames = reporter.named("result")[0]["values"]["n_frames"]
    assert 1 <= n_frames <= 12 and len(list(tmp_path.iterdir())) == n_frames
    assert f"ended after {n_frames} of 500 frames" in reporter.named("warning")[0]["message"]


def test_a_stream_that_falls_silent_is_told_and_keeps_its_frames(serve: object, tmp_path: Path) -> None:
    server = serve(60, "silence", 0.001)  # type: ignore[operator]
    began_s = time.monotonic()
    with pytest.raises(CameraError, match=r"sent no picture for 1 s|did not open within 1 s"):
        taken(server.url, tmp_path, every_s=0, timeout_s=1.0)
    assert time.monotonic() - began_s < 10


def test_a_stream_may_be_asked_less_often_than_the_timeout(serve: object, tmp_path: Path) -> None:
    server = serve(100_000, "close")  # type: ignore[operator]
    reporter = taken(server.url, tmp_path, every_s=1.2, timeout_s=0.6, count=2)
    assert reporter.named("result")[0]["values"]["n_frames"] == 2


def test_a_server_that_says_nothing_is_told(serve: object, tmp_path: Path) -> None:
    server = serve(0, "silence")  # type: ignore[operator]
    began_s = time.monotonic()
    with pytest.raises(CameraError, match=r"did not open within 0.5 s|cannot be opened"):
        taken(server.url, tmp_path, timeout_s=0.5)
    assert time.monotonic() - began_s < 5


def test_an_address_without_a_picture_is_told(serve: object, tmp_path: Path) -> None:
    server = serve(1, "close")  # type: ignore[operator]
    with pytest.raises(CameraError, match=r"/missing cannot be opened"):
        taken(f"{server.url}/missing", tmp_path)


def test_stopping_keeps_the_frames(serve: object, tmp_path: Path) -> None:
    server = serve(100_000, "close")  # type: ignore[operator]
    stop, reporter = StopFlag(), SilentReporter()
    threading.Timer(1.5, stop.request).start()
    with pytest.raises(Stopped) as raised:
        capture(CaptureSettings(source=server.url, output=tmp_path, every_s=0.05), reporter=reporter, stop=stop)
    n_frames = len(list(tmp_path.iterdir()))
    assert n_frames >= 1
    assert raised.value.saved == f"Stopped; {'1 frame' if n_frames == 1 else f'{n_frames} frames'} in {tmp_path} kept."


def test_stopping_is_heard_while_a_source_hangs(serve: object, tmp_path: Path) -> None:
    server = serve(0, "silence")  # type: ignore[operator]
    stop = StopFlag()
    threading.Timer(0.5, stop.request).start()
    began_s = time.monotonic()
    with pytest.raises(Stopped, match="before the first frame"):
        capture(CaptureSettings(source=server.url, output=tmp_path), reporter=SilentReporter(), stop=stop)
    assert time.monotonic() - began_s < 4


# Looking, before frames are taken


def looked(source: object, preview: Path, stop: StopFlag | None = None) -> SilentReporter:
    reporter = SilentReporter()
    settings = CaptureSettings(source=str(source), preview=preview, look=True)
    capture(settings, reporter=reporter, stop=stop or StopFlag())
    return reporter


def test_looking_plays_a_video_at_its_own_speed_and_keeps_nothing(video: Path, tmp_path: Path) -> None:
    began_s = time.monotonic()
    reporter = looked(video, tmp_path / "seen.jpg")
    assert 2.7 < time.monotonic() - began_s < 10
    assert [path.name for path in tmp_path.iterdir()] == ["seen.jpg"]
    assert {event["kind"] for event in reporter.named("artifact")} == {"preview"}
    assert len(reporter.named("artifact")) > 15
    assert int(np.asarray(Image.open(tmp_path / "seen.jpg"))[24, 32, 0]) == pytest.approx(8 * 29, abs=6), "the last one"
    assert reporter.named("result")[0]["values"]["text"] == "site walk.avi has ended; no frame was kept"


def test_looking_at_a_stream_goes_on_until_somebody_stops(serve: object, tmp_path: Path) -> None:
    server = serve(100_000, "close")  # type: ignore[operator]
    stop = StopFlag()
    threading.Timer(1.5, stop.request).start()
    with pytest.raises(Stopped, match="no frame was kept"):
        looked(server.url, tmp_path / "seen.jpg", stop)
    assert [path.name for path in tmp_path.iterdir()] == ["seen.jpg"]


def test_looking_at_nothing_is_told(tmp_path: Path) -> None:
    path = tmp_path / "notes.mp4"
    path.write_bytes(b"this is no video" * 100)
    with pytest.raises(CameraError, match=r"notes.mp4 (cannot be opened|ended before)"):
        looked(path, tmp_path / "seen.jpg")


def test_looking_needs_a_preview_and_taking_needs_a_folder() -> None:
    with pytest.raises(ValueError, match="preview must be given with --look"):
        CaptureSettings(source="0", look=True)
    with pytest.raises(ValueError, match="output must be given: the folder that the frames go to"):
        CaptureSettings(source="0")
