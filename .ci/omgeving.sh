# Wat run en test delen: een eigen Python-omgeving met precies de pakketten uit de lock. Veilig om af te breken en opnieuw te draaien.

VENV="$PWD/.venv"
stap() { printf '\n==> %s\n' "$*"; }
stop() { printf '\nDit lukt niet: %s\n' "$*" >&2; exit 1; }

controleer_machine() {
  [ "$(uname -s)-$(uname -m)" = "Linux-x86_64" ] || stop "Voordeur draait op Linux x86_64; dit is $(uname -s) $(uname -m). Gebruik een Linux-machine of een container."
  [ -x "$VENV/bin/python" ] && return
  local vrij; vrij=$(df -Pk . | awk 'NR==2 {print int($4 / 1048576)}')
  [ "$vrij" -ge 4 ] || stop "er is $vrij GB vrij op deze schijf en er is 4 GB nodig. Maak ruimte en probeer het opnieuw."
}

zorg_voor_uv() {
  if command -v uv >/dev/null 2>&1; then UV=uv; return; fi
  UV="$PWD/.uv/bin/uv"
  [ -x "$UV" ] && return
  stap "uv ophalen (in de map .uv)"
  local python; python=$(command -v python3.11 || command -v python3) || stop "er is geen Python 3. Installeer Python 3.11 en probeer het opnieuw."
  rm -rf .uv
  "$python" -m venv .uv || stop "Python kan geen omgeving maken. Op Debian of Ubuntu helpt: apt install python3-venv"
  .uv/bin/python -m pip install --quiet --quiet --disable-pip-version-check --require-hashes -r .ci/uv.txt || stop "uv is niet op te halen. Is er internet, of een eigen spiegel ingesteld voor pip?"
}

zorg_voor_python() {
  [ -x "$VENV/bin/python" ] && "$VENV/bin/python" -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11))' && return
  stap "Python 3.11-omgeving maken (in de map .venv)"
  rm -rf "$VENV"
  "$UV" venv --quiet --python 3.11 "$VENV" || stop "Python 3.11 is niet gevonden en niet op te halen. Installeer Python 3.11 en probeer het opnieuw."
}

# installeer LOCK: alleen als de lock anders is dan wat er het laatst uit is geinstalleerd.
installeer() {
  controleer_machine; zorg_voor_uv; zorg_voor_python
  local merk; merk=$(cat "$1" pyproject.toml | sha256sum | cut -d' ' -f1)
  [ "$(cat "$VENV/voordeur-lock" 2>/dev/null)" = "$merk" ] && return
  if [ "$1" = requirements.lock ] && [ "$(cat "$VENV/voordeur-lock" 2>/dev/null)" = "$(cat requirements-test.lock pyproject.toml | sha256sum | cut -d' ' -f1)" ]; then return; fi
  stap "Pakketten installeren uit $1 (de eerste keer een paar minuten)"
  rm -f "$VENV/voordeur-lock"
  "$UV" pip sync --quiet --python "$VENV/bin/python" --require-hashes --compile-bytecode "$1" || stop "de pakketten zijn niet te installeren. De melding hierboven zegt welk pakket."
  "$UV" pip install --quiet --python "$VENV/bin/python" --no-deps --no-build-isolation --editable . || stop "Voordeur zelf is niet te installeren."
  "$VENV/bin/python" -m compileall -q actions api assistant knowledge || true
  [ -z "${TAALMODEL:-}" ] || installeer_taalmodel "$TAALMODEL"
  echo "$merk" > "$VENV/voordeur-lock"
}

# Het getrainde Nederlandse taalmodel: optioneel, van de releases-pagina van spacy-models (zie docs/taalmodel.md).
installeer_taalmodel() {
  [ -f "$1" ] || stop "het bestand $1 bestaat niet."
  local verwacht; verwacht=$(grep -v '^#' .ci/taalmodel.sha256 | cut -d' ' -f1)
  [ "$(sha256sum "$1" | cut -d' ' -f1)" = "$verwacht" ] || stop "$1 is niet het bestand dat we verwachten: de controlesom klopt niet (zie docs/taalmodel.md)."
  "$UV" pip install --quiet --python "$VENV/bin/python" --no-deps "$1" || stop "het taalmodel is niet te installeren."
}
