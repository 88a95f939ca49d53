/** What starts the program in the zip of `bundle.mjs`: files of Windows have its line ends. */

/** Finds Node.js, or says that there is none that is new enough. */
const FIND = `@echo off
chcp 65001 >nul
setlocal
set "HERE=%~dp0"
set "PLUMBLINE_COMMAND=%HERE%plumbline.cmd"
set "NODE=node"
if exist "%HERE%node.exe" set "NODE=%HERE%node.exe"
"%NODE%" -e "process.exit(parseInt(process.versions.node) >= 20 ? 0 : 1)" >nul 2>nul
if errorlevel 1 (
  echo 没有找到 Node.js 20.12 或更高版本：请安装，或把 node.exe 放在本文件旁边。
  echo Node.js 20.12 or later was not found: install it, or put node.exe beside this file.
  pause
  exit /b 2
)
`;

/**
 * A folder dropped on this file is checked; workbook and page are written beside it and opened. A drive ends in a back
 * slash, which would take the quote after it with it.
 */
const DROP = String.raw`if "%~1"=="" (
  "%NODE%" "%HERE%bin\plumbline.js"
  pause
  exit /b
)
set "WHAT=%~1"
if "%WHAT:~-1%"=="\" set "WHAT=%WHAT%."
"%NODE%" "%HERE%bin\plumbline.js" check "%WHAT%" --report "%~dp1问题.xlsx" --report "%~dp1问题.html"
if errorlevel 2 (
  pause
  exit /b
)
start "" "%~dp1问题.xlsx"
start "" "%~dp1问题.html"
pause
`;

/** The program with whatever words it is given, in a window of commands. */
const WORDS = String.raw`"%NODE%" "%HERE%bin\plumbline.js" %*
`;

const OTHERS = `#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
node=node
[ -x "$here/node" ] && node=$here/node
PLUMBLINE_COMMAND=$0 exec "$node" "$here/bin/plumbline.js" "$@"
`;

const FIRST = (hasNode) => `把存放台账的文件夹拖到“核对.cmd”上：在旁边写出 问题.xlsx 和 问题.html，并打开。
不拖文件夹、直接双击“核对.cmd”，按提示回答。全部过程不联网。
${hasNode ? '' : '需要本机已装有 Node.js 20.12 或更高版本，或把 node.exe 放在“核对.cmd”旁边。\n'}
Drop the folder of ledgers on 核对.cmd: 问题.xlsx and 问题.html are written beside it and opened. A double click on
核对.cmd asks instead. Elsewhere run ./plumbline FOLDER. Nothing leaves the machine.
${hasNode ? '' : 'Node.js 20.12 or later must be installed, or its node.exe lie beside 核对.cmd.\n'}`;

const ofWindows = (text) => text.replaceAll('\n', '\r\n');

/** Files by their names, and whether they are run. */
export function starters(hasNode) {
  return [
    { name: '核对.cmd', text: ofWindows(FIND + DROP) },
    { name: 'plumbline.cmd', text: ofWindows(FIND + WORDS) },
    { name: 'plumbline', text: OTHERS, mode: 0o755 },
    { name: '先看这里.txt', text: `\uFEFF${ofWindows(FIRST(hasNode))}` },
  ];
}
