#!/usr/bin/env bash
# The one entry point for working on this repository:
#   ./build.sh build    compile everything, warnings are errors
#   ./build.sh test     install what the tests need, build, run all tests, print the totals
#   ./build.sh format   fail if any file is not formatted as .editorconfig says
#   ./build.sh bench    run the benchmarks (arguments go to BenchmarkDotNet)
#   ./build.sh pack     write the NuGet packages to artifacts/packages
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

solution=CallControl.Sdk.sln
configuration=${CONFIGURATION:-Release}

fail() { echo "build.sh: $*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

need_dotnet() {
  have dotnet || fail "the .NET SDK (10.0 or later) is missing: install it and put 'dotnet' on PATH"
}

# Installs Debian packages when run as root on Debian; says what to install everywhere else.
install_packages() {
  local why=$1; shift
  if have apt-get && [ "$(id -u)" = 0 ]; then
    echo "build.sh: installing $* ($why)"
    DEBIAN_FRONTEND=noninteractive apt-get update -qq >/dev/null
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  else
    fail "$why: install $* (or its equivalent for this system) and run again"
  fi
}

# The contract tests run against WireMock: a Java program that npm delivers.
need_wiremock() {
  have java || install_packages "the contract tests run WireMock on Java 11 or later" default-jre-headless
  have npm || install_packages "npm delivers WireMock" npm
  if [ ! -f node_modules/wiremock/package.json ] || ! npm ls --silent >/dev/null 2>&1; then
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
  fi
}

build() {
  need_dotnet
  dotnet build "$solution" --configuration "$configuration" --nologo -v quiet "$@"
}

pack() {
  need_dotnet
  local project
  for project in src/*/*.csproj; do
    dotnet pack "$project" --configuration Release --nologo --output artifacts/packages
  done
}

run_tests() {
  need_wiremock
  build
  local results=artifacts/test-results status=0
  rm -rf "$results"
  dotnet test "$solution" --configuration "$configuration" --no-build --nologo \
    --logger trx --blame-hang-timeout 10m --blame-hang-dump-type none --results-directory "$results" || status=$?
  summarize "$results"
  return "$status"
}

# Adds up the counters of all result files; a project that wrote none is a failure, not a silence.
summarize() {
  local results=$1 passed=0 failed=0 skipped=0 contract=0 files=0 file counters
  for file in "$results"/*.trx; do
    [ -f "$file" ] || continue
    files=$((files + 1))
    counters=$(grep -o '<Counters [^>]*>' "$file" | head -n 1)
    local p f t
    t=$(sed -n 's/.* total="\([0-9]*\)".*/\1/p' <<<"$counters")
    p=$(sed -n 's/.* passed="\([0-9]*\)".*/\1/p' <<<"$counters")
    f=$(sed -n 's/.* failed="\([0-9]*\)".*/\1/p' <<<"$counters")
    passed=$((passed + p)); failed=$((failed + f)); skipped=$((skipped + t - p - f))
    if grep -qi 'callcontrol\.contract\.tests\.dll' "$file"; then contract=$((contract + p)); fi
  done
  local projects
  projects=$(find tests -name '*.Tests.csproj' | wc -l)
  echo "contract tests against WireMock: $contract passed"
  if [ "$files" -lt "$projects" ]; then
    echo "build.sh: only $files of $projects test projects reported results" >&2
    failed=$((failed + projects - files))
  fi
  echo "$passed passed, $failed failed, $skipped skipped"
  [ "$failed" = 0 ] || return 1
}

case "${1:-}" in
  build) shift; build "$@" ;;
  test) run_tests ;;
  format) need_dotnet; dotnet format "$solution" --verify-no-changes ;;
  bench) shift; need_dotnet; dotnet run --project bench/CallControl.Benchmarks --configuration Release -- "$@" ;;
  pack) pack ;;
  *) sed -n '2,8p' "${BASH_SOURCE[0]}" | sed 's/^# \{0,1\}//'; exit 2 ;;
esac
