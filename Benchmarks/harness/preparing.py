# SPDX-License-Identifier: Apache-2.0
"""What has to be there before anything is measured: packages, programs, the workload."""
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
BENCHMARKS = ROOT / "Benchmarks"
SHARED = pathlib.Path(os.environ.get("FENLIU_SHARED", ROOT.parent / "shared"))


def say(text):
    print(f"bench: {text}", file=sys.stderr, flush=True)


def call(*command, **options):
    """A step of the preparation; its output is talk."""
    if subprocess.run([str(word) for word in command], stdout=sys.stderr, **options).returncode != 0:
        sys.exit(f"bench: {' '.join(map(str, command))} failed")


def install():
    """The libraries of the peers, by apt, where they are missing. Nothing else of the project needs them."""
    include = pathlib.Path("/usr/include")
    needs = {"libhyperscan-dev": include / "hs" / "hs.h", "libsimdjson-dev": include / "simdjson.h", "libpcre2-dev": include / "pcre2.h"}
    missing = [package for package, file in needs.items() if not file.exists()]
    missing += [package for package, program in {"g++": "g++", "pkg-config": "pkg-config"}.items() if not shutil.which(program)]
    if subprocess.run([sys.executable, "-c", "import ensurepip, venv"], stderr=subprocess.DEVNULL).returncode != 0:
        missing.append("python3-venv")
    if not missing:
        return
    say(f"installing {' '.join(missing)}")
    if not shutil.which("apt-get"):
        sys.exit(f"bench: this system has no apt-get; please install {' '.join(missing)} or their counterparts")
    sudo = [] if os.getuid() == 0 else ["sudo"]
    call(*sudo, "apt-get", "update", "-qq")
    call(*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing)


def build_peers(folder):
    """Compiles the C++ peers for this machine, and gives Python its two packages."""
    install()
    flags = subprocess.run(["pkg-config", "--cflags", "--libs", "libhs", "libpcre2-8"], check=True, capture_output=True, text=True).stdout.split()
    for name in ("scan", "pipeline"):
        source = BENCHMARKS / "peers" / f"{name}.cpp"
        newest = max(source.stat().st_mtime, (BENCHMARKS / "peers" / "common.hpp").stat().st_mtime)
        program = folder / name
        if not program.exists() or program.stat().st_mtime < newest:
            call("g++", "-O3", "-march=native", "-std=c++17", source, "-o", program, *flags, "-lsimdjson", "-lpthread")
    python = folder / "venv" / "bin" / "python"
    if not python.exists():
        call(sys.executable, "-m", "venv", folder / "venv")
    if subprocess.run([python, "-c", "import orjson, hyperscan"], stderr=subprocess.DEVNULL).returncode != 0:
        call(python, "-m", "pip", "install", "-q", "orjson", "hyperscan")


def build_micro():
    """The benchmarks in Swift."""
    call(ROOT / "scripts" / "setup")
    command = ("swift", "build", "-c", "release", "--package-path", BENCHMARKS, "--product", "benchmarks")
    call(*command)
    path = subprocess.run([*map(str, command), "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
    return pathlib.Path(path, "benchmarks")


def build_fenliu():
    """The program, as the package would have it."""
    call(ROOT / "scripts" / "setup")
    command = ("swift", "build", "-c", "release", "--product", "fenliu")
    call(*command, cwd=ROOT)
    path = subprocess.run([*command, "--show-bin-path"], check=True, capture_output=True, text=True, cwd=ROOT).stdout.strip()
    return pathlib.Path(path, "fenliu")


def make_workload(folder, megabytes, keywords, regexes):
    """Makes the workload unless it is there already, of the same size."""
    maker = BENCHMARKS / "peers" / "make_workload.py"
    wanted = f"{megabytes} MB, {keywords} words, {regexes} regexes, {'real' if (SHARED / 'data').is_dir() else 'made-up'} posts\n"
    stamp = folder / "workload"
    newest = max(source.stat().st_mtime for source in maker.parent.glob("*.py"))
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted or stamp.stat().st_mtime < newest:
        say("making the workload")
        stamp.unlink(missing_ok=True)
        call(sys.executable, maker, folder, "--megabytes", megabytes, "--keywords", keywords, "--regexes", regexes, "--shared", SHARED)
        stamp.write_text(wanted, encoding="utf-8")
    return wanted.strip()
