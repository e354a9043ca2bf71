"""A stand-in for the engine that needs nothing but Python: the same command line, event lines and files, in no time.

How tests use it: `python = use_fake_engine(monkeypatch, "slow", step_s=0.1)` from `tests.plugin.fake_engine.use`. It
sets DEEPSEG_ENGINE_SOURCE to the folder above this one and DEEPSEG_PYTHON to the Python of the tests, so that the
runner, the algorithms and the docks start it without knowing. What comes out is made up, but of the real shape: a
model file with a true header, history.csv and curves.png, report.json with curves and its page, footprints and
matches inside the raster (GeoTIFF with an EPSG code; else in pixel coordinates), categories from the labels.

Environment variables, read by the child:

DEEPSEG_FAKE  how it behaves; nothing or "done": as the real one when all is well. The others:
    slow             as "done", but every step takes DEEPSEG_FAKE_STEP_S (default 0.05) seconds; stops when asked
    warn             as "done", with a warning first
    error            ends with an error event (BandCountError) and 2
    option           a warning and an error that name options of the command line, and 2
    our_fault        ends with an InternalError and 1
    silent           says `start`, then nothing until it is asked to stop
    silent_start     says nothing at all until it is asked to stop
    ignores_stop     says `start`, starts a grandchild, ignores every request to stop
    leaves_grandchild  is done, but a grandchild goes on and holds the pipes
    crash            a segmentation fault after a stage
    killed           SIGKILL after a stage, as the system does when memory runs out
    exit_70          leaves with a status that nobody promised
    no_start         a traceback on stderr and 1, without any event
    no_last_line     leaves with 0 after a stage
    garbage          as "done", with lines that are no events around and between
    only_garbage     lines that are no events, and 0
    huge_line        as "done", after a line of 9 MB
    huge_last_line   only its last line is too long
    half_utf8        as "done", then half a letter without a line end
    half_utf8_only   `start`, half a letter, and 0
    wrong_version    says protocol 99, goes on until it is asked to stop
    no_version       says no protocol at all
    stderr           as "done", with text and a progress bar on stderr
DEEPSEG_FAKE_STEP_S    seconds for one step of progress
DEEPSEG_FAKE_ARGUMENTS a file to which the arguments of each run are added as one line of JSON
DEEPSEG_FAKE_PIDS      a file to which the process, and a grandchild it starts, add their ids, one a line
"""

__version__ = "0.1.0"
