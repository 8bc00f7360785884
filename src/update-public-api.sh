#!/usr/bin/env bash
# Rewrites PublicAPI.Unshipped.txt of each library from what the compiler says is missing (RS0016) or gone (RS0017).
# Review the result like code: it is the surface that users compile against.
set -euo pipefail
cd "$(dirname "$0")"
for project in */*.csproj; do
    file="$(dirname "$project")/PublicAPI.Unshipped.txt"
    log=$(dotnet build "$project" --no-incremental -p:TreatWarningsAsErrors=false -p:MSBuildTreatWarningsAsErrors=false 2>&1 || true)
    log=$(grep -F "/$(basename "$project")]" <<<"$log" || true) # and not those that it references, which have files of their own
    missing=$(grep -oP "RS0016: Symbol '\K.*(?=' is not part)" <<<"$log" | sort -u || true)
    gone=$(grep -oP "RS0017: Symbol '\K.*(?=' is part of)" <<<"$log" | sort -u || true)
    {
        echo '#nullable enable'
        { grep -v '^#nullable' "$file" | grep -vxF -f <(printf '%s\n' "$gone") || true; printf '%s\n' "$missing"; } | grep . | LC_ALL=C sort -u
    } >"$file.new"
    mv "$file.new" "$file"
done
