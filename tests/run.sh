#!/usr/bin/env bash
# Runs the tests: installs the tools they need, builds everything with warnings as errors, runs each test project.
#
#   bash tests/run.sh           everything but the soak
#   bash tests/run.sh --soak    the tests of Category=Soak, which take long, and nothing else
#
# The last line is "N passed, N failed", over all projects. A skipped test, a project that ran none or broke off, a tool that cannot be
# installed and a build that fails count as failed, and so does the exit code.
set -euo pipefail
cd "$(dirname "$0")/.."

settings=tests/ordinary.runsettings
case "${1:-}" in
    '') ;;
    --soak) settings=tests/soak.runsettings ;;
    *)
        sed -n '2,8s/^# \{0,1\}//p' "$0" >&2
        exit 2
        ;;
esac

# Everything that is started here ends here: no build nodes that wait for more work, and one compiler server, whose socket is in the
# folder for temporary files. Without it most of a build is the compiler's own start, once a project.
export UseSharedCompilation=true MSBUILDDISABLENODEREUSE=1 DOTNET_CLI_USE_MSBUILD_SERVER=0
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en
readonly time_limit=15m

passed=0
failed=0
finished=
results=$(mktemp -d)
# What compiler, test host and browser leave in the folder for temporary files goes with it.
export TMPDIR="$results"

report() {
    if [ -z "$finished" ]; then
        failed=$((failed + 1))
    fi
    dotnet build-server shutdown --vbcscompiler >/dev/null 2>&1 </dev/null || true
    rm -rf "$results"
    echo "$passed passed, $failed failed"
    [ "$failed" -eq 0 ] || exit 1
}
trap report EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

has() { command -v "$1" >/dev/null; }

has_zlib() { echo '#include <zlib.h>' | "$(command -v clang || command -v gcc)" -E - >/dev/null 2>&1; }

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    else
        sudo -n "$@"
    fi
}

install_tools() {
    if ! has dotnet; then
        echo 'The .NET 10 SDK is needed: https://dotnet.microsoft.com/download' >&2
        return 1
    fi

    local missing=()
    has chromium || has chromium-browser || has google-chrome || missing+=(chromium) # the Showcase in a browser
    has clang || has gcc || missing+=(clang)                                         # the linker of NativeAOT
    has redis-server || missing+=(redis-server)                                      # topics of several processes
    { has clang || has gcc; } && has_zlib || missing+=(zlib1g-dev)
    has node && has npm || missing+=(nodejs npm)                                     # the package eventsource
    [ ${#missing[@]} -gt 0 ] || return 0

    echo "Installing ${missing[*]}"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Other people's clients that do not come with NuGet.
install_clients() {
    npm ci --prefix tests/SseGen.Browser.Tests/EventSources/clients --loglevel=error </dev/null >/dev/null
}

# counter FILE NAME: a number out of the <Counters …/> element of a trx file; 0 when there is none.
counter() {
    local value
    value=$(grep -o '<Counters [^>]*' "$1" 2>/dev/null | grep -o " $2=\"[0-9]*\"" | tr -dc '0-9' || true)
    echo "${value:-0}"
}

run_project() {
    local project=$1 name trx status=0 total ok bad
    name=$(basename "$project" .csproj)
    trx="$results/$name.trx"
    # In the foreground: its processes stay in the group of this script, and end with it.
    timeout --foreground --kill-after=30s "$time_limit" dotnet test "$project" --configuration Release --no-build --nologo \
        --settings "$settings" --logger "trx;LogFileName=$trx" --logger 'console;verbosity=minimal' </dev/null || status=$?

    total=$(counter "$trx" total)
    ok=$(counter "$trx" passed)
    bad=$((total - ok))
    if [ "$total" -eq 0 ] && [ "$settings" = tests/soak.runsettings ] && [ "$status" -eq 0 ]; then
        return 0 # not every project has a test that takes long
    fi
    if [ "$total" -eq 0 ] || { [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; }; then
        echo "$name broke off or ran no test (exit code $status)." >&2
        bad=$((bad + 1))
    fi
    passed=$((passed + ok))
    failed=$((failed + bad))
    summary+=("$(printf '%-32s %5d passed %5d failed' "$name" "$ok" "$bad")")
}

install_tools
install_clients
dotnet build SseGen.sln --configuration Release --nologo -warnaserror -verbosity:quiet </dev/null

summary=()
for project in tests/*.Tests/*.Tests.csproj; do
    run_project "$project"
done
printf '%s\n' '' "${summary[@]}"
if [ $((passed + failed)) -gt 0 ]; then
    finished=yes
fi
