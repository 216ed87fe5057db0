"""Try the frozen program as somebody would who has nothing else: from an empty environment, in each language.

`python tools/try_frozen.py dist/iopd-desktop/iopd-desktop FOLDER` writes the demonstration to FOLDER, checks its
database, and opens first start and window in every language; it stops at the first thing that is not as it should be.
"""

import json
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

LANGUAGES = ("en", "es", "fr", "ca", "pt")
PATIENCE = 60
_STEP = 0.1


class Trial:
    """The frozen program with a home of its own and nothing else in its environment."""

    def __init__(self, program: Path, home: Path) -> None:
        self._program, self.home = program.resolve(), home

    def run(self, *words: str | Path, language: str = "en") -> str:
        """Run a command; its answer. Stops with what it said where it failed."""
        told = subprocess.run(
            [self._program, *words], env=self._nothing(language), capture_output=True, text=True, check=False
        )
        expect(told.returncode == 0, f"{words[0]}: {told.returncode}\n{told.stdout}{told.stderr}")
        return told.stdout

    def open(self, language: str, *words: Path) -> None:
        """Open the window, wait until it stands, and close it as a desktop that shuts down does."""
        command = [self._program, *words]
        at_work = subprocess.Popen(command, env=self._nothing(language), stderr=subprocess.PIPE, text=True)
        try:
            time.sleep(2)
            expect(at_work.poll() is None, f"the window in {language} went away: {at_work.returncode}")
            at_work.send_signal(signal.SIGTERM)
            said = at_work.communicate(timeout=PATIENCE)[1]
        finally:
            at_work.kill()
        expect(at_work.returncode == 0, f"the window in {language} closed with {at_work.returncode}\n{said}")
        expect("Traceback" not in said, said)

    def preferences(self) -> dict[str, object]:
        """What the program kept of this person."""
        kept = next(self.home.rglob("preferences.json"))
        told = json.loads(kept.read_text("utf-8"))
        assert isinstance(told, dict)
        return told

    def _nothing(self, language: str) -> dict[str, str]:
        return {"HOME": str(self.home), "LANG": f"{language}.UTF-8", "QT_QPA_PLATFORM": "offscreen"}


def expect(holds: object, otherwise: str) -> None:
    """Stop, and say what was not as it should be."""
    if not holds:
        sys.exit(otherwise)


def main(program: Path, out: Path) -> None:
    """Try everything, and say how long each part took."""
    with tempfile.TemporaryDirectory() as folder:
        trial = Trial(program, Path(folder))
        print(trial.run("--version").strip())
        inside = json.loads(trial.run("about", "--json"))
        expect(len(inside["libraries"]) > 20, "the frozen program does not know what it is made of")
        begun = time.monotonic()
        trial.run("demo", "--out", out)
        print(f"demonstration: {time.monotonic() - begun:.0f} s, {sum(1 for _ in out.rglob('*'))} files")
        database = next(out.glob("*.iopd"))
        print(trial.run("--database", database, "check").strip())
        sheet = Path(folder) / "organisations.xlsx"
        trial.run("--database", database, "export", "organisation", "--as", "xlsx", "--out", sheet)
        told = trial.run("--database", database, "--json", "import", sheet, "--as", "xlsx", "--into", "organisation",
                         "--dry-run")  # fmt: skip
        expect(json.loads(told)["same"], f"the frozen program does not read its own spreadsheet: {told}")
        for language in LANGUAGES:
            shutil.rmtree(trial.home)
            trial.home.mkdir()
            trial.run("kinds", "--language", language)
            trial.open(language)
            trial.open(language, database)
            expect(trial.preferences().get("windows"), f"the window in {language} kept no place")
            print(f"{language}: first start and window opened and closed")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
