"""Gets a checkout ready to run: a virtual environment in it, made once and reused.

Needs Python 3.11 or later and a package registry, nothing else. This file itself is kept to what
older Pythons can read, so that they can say what is missing.
"""

import contextlib
import hashlib
import importlib.util
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
ENVIRONMENT = ROOT / ".venv"
OLDEST = (3, 11)


def prepare(*extras):
    """Installs the checkout with its extras into `.venv` unless that is done; the bin folder."""
    if sys.version_info < OLDEST:
        sys.exit("zonecli needs Python {}.{} or later.".format(*OLDEST))
    with _alone():
        stamp = ENVIRONMENT / "zonecli-{}.stamp".format("-".join(extras) or "plain")
        wanted = _fingerprint()
        if not stamp.is_file() or stamp.read_text() != wanted:
            _install(extras)
            stamp.write_text(wanted)
    return ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")


def enter(modules, *extras):
    """Goes on with a script where it finds the modules that it needs.

    That is here if they are here; else in `.venv`, with the extras that bring them.
    """
    if all(importlib.util.find_spec(module) for module in modules):
        return
    python = str(prepare(*extras) / "python")
    if os.path.realpath(sys.prefix) != os.path.realpath(ENVIRONMENT):
        run([python, *sys.argv])
    importlib.invalidate_caches()


def run(command):
    """Runs a command in this process's place; its exit status is ours."""
    if os.name == "nt":
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def _install(extras):
    print("zonecli: setting up .venv (once)", file=sys.stderr, flush=True)
    if not (ENVIRONMENT / "pyvenv.cfg").is_file():
        subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    target = "{}[{}]".format(ROOT, ",".join(extras)) if extras else str(ROOT)
    quiet = [str(python), "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
    done = subprocess.run([*quiet, "--editable", target], check=False)
    if done.returncode:
        sys.exit("zonecli: the set-up failed; what pip says stands above.")


def _fingerprint():
    """Changes whenever the environment must be made anew."""
    content = (ROOT / "pyproject.toml").read_bytes() + str(ROOT).encode()
    return hashlib.sha256(content).hexdigest()


@contextlib.contextmanager
def _alone():
    """Two processes never set up the same environment at once."""
    try:
        import fcntl
    except ImportError:  # not on this system: the second one repeats what the first did
        yield
        return
    with (ROOT / ".venv.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
