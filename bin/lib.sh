# shellcheck shell=bash
# What the scripts share: finding the tools, and doing again only what has changed. Sourced, never run.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
tools="$root/.tools"
maven_version=3.9.12

fail() {
    printf '%s\n' "$*" >&2
    exit 1
}

say() {
    printf '\033[1m%s\033[0m\n' "$*"
}

# --- Tools --------------------------------------------------------------------------------------------------------

use_java() {
    local home
    home=$(jdk_homes | while read -r home; do
        [ "$(jdk_version "$home")" -ge 25 ] && echo "$home" && break
    done) || true
    [ -n "$home" ] || fail "Urunan needs a JDK 25 or newer: install one, or let JAVA_HOME name its folder."
    export JAVA_HOME="$home" PATH="$home/bin:$PATH"
}

# Where JDKs are: the one that was asked for, then what a distribution, macOS, SDKMAN or an editor installed.
jdk_homes() {
    local folder
    [ -z "${JAVA_HOME:-}" ] || echo "$JAVA_HOME"
    if [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home -v 25+ 2>/dev/null || true
    fi
    for folder in /usr/lib/jvm/* /usr/java/* /opt/java/* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
        [ ! -d "$folder" ] || echo "$folder"
    done
}

# The major version of the JDK in a folder; 0 if there is none.
jdk_version() {
    local version=""
    if [ -x "$1/bin/javac" ] && [ -r "$1/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
    fi
    echo "${version:-0}"
}

use_maven() {
    local own="$tools/apache-maven-$maven_version"
    if [ ! -x "$own/bin/mvn" ]; then
        command -v mvn >/dev/null || fail "Urunan needs Maven: install it. Any version will do; a newer one is fetched by an older one."
        is_recent_maven && return
        say "Fetching Maven $maven_version with the older one"
        rm -rf "$tools/fetching"
        mkdir -p "$tools/fetching"
        (cd "$tools/fetching" && mvn -B -ntp -q dependency:unpack -DoutputDirectory=. \
            -Dartifact="org.apache.maven:apache-maven:$maven_version:zip:bin") ||
            fail "Maven $maven_version could not be fetched: see above, or install Maven 3.9 or newer."
        mv "$tools/fetching/apache-maven-$maven_version" "$own"
        rm -rf "$tools/fetching"
        chmod +x "$own/bin/mvn"
    fi
    export PATH="$own/bin:$PATH"
}

is_recent_maven() {
    mvn -v 2>/dev/null | sed 's/\x1b\[[0-9;]*m//g' |
        awk '/^Apache Maven/ { split($3, v, "."); exit !(v[1] > 3 || (v[1] == 3 && v[2] >= 9)) }'
}

use_node() {
    command -v npm >/dev/null || fail "Urunan needs Node.js 20 or newer, with npm: install it."
    [ "$(node -p 'parseInt(process.versions.node)')" -ge 20 ] ||
        fail "Urunan needs Node.js 20 or newer: this is $(node --version)."
}

# Which of the names given is installed: its path, or nothing.
first_program() {
    local name
    for name in "$@"; do
        command -v "$name" && return
    done
    return 1
}

maven() {
    (cd "$root" && mvn -B -ntp "$@")
}

# Usage: npm_ci FOLDER
npm_ci() {
    say "Installing what $1 needs"
    (cd "$root/$1" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error)
}

# --- Doing only what is needed ------------------------------------------------------------------------------------

# Usage: unless_current OUTPUT INPUT... -- COMMAND...
# Runs the command unless it made OUTPUT, which is still there, from these very files.
unless_current() {
    local output=$1 inputs=() stamp now
    shift
    while [ "$1" != -- ]; do
        inputs+=("$1")
        shift
    done
    shift
    stamp="$tools/stamps/${output//\//-}"
    now=$(content_of "${inputs[@]}")
    if [ -e "$root/$output" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ]; then
        return
    fi
    "$@"
    mkdir -p "$tools/stamps"
    echo "$now" >"$stamp"
}

# One hash over the names and bytes of files, and of all files in folders.
content_of() {
    local files
    cd "$root"
    files=$(find "$@" -type f 2>/dev/null | LC_ALL=C sort) || true
    { echo "$files"; git hash-object --stdin-paths --no-filters <<<"$files"; } | git hash-object --stdin
}
