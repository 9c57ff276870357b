; The installer: for one person, without administrator, Vietnamese and English. Compiled by
; packaging/building/windows_installer.py, which defines:
;   STUB     kind of Windows program the installer itself is (amd64-unicode, x86-unicode)
;   VERSION  1.2.3, and NUMBERS 1.2.3.0
;   FILES    a script of File commands, sorted
;   KILOBYTES installed size
;   OUT      path of the installer
;   SOURCES  this folder
; Switches: /S silent, /D=FOLDER (last), /DESKTOP shortcut on the desktop. Exit codes: 0 done, 1 cancelled,
; 2 failed, 4 this Windows is too old, 5 the program is open, 6 a newer version is there and stays.
Target ${STUB}
Unicode true
ManifestDPIAware true
ManifestSupportedOS all
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetCompressorDictSize 64
SetDatablockOptimize on
CRCCheck on
AllowSkipFiles off
ShowInstDetails nevershow
ShowUninstDetails nevershow

!define NAME "Thước Số"
!define KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\ThuocSo"
!define KIND "ThuocSo.Goi"
!define CLASSES "Software\Classes"

Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\ThuocSo"
InstallDirRegKey HKCU "${KEY}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${NUMBERS}"
VIAddVersionKey "ProductName" "${NAME}"
VIAddVersionKey "CompanyName" "${NAME}"
VIAddVersionKey "FileDescription" "Bộ cài đặt ${NAME}"
VIAddVersionKey "FileVersion" "${VERSION}"
VIAddVersionKey "ProductVersion" "${VERSION}"
VIAddVersionKey "LegalCopyright" "GPL-3.0-or-later"

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include WordFunc.nsh
!include x64.nsh

!define MUI_ICON "${SOURCES}/thuocso.ico"
!define MUI_UNICON "${SOURCES}/thuocso.ico"
!define MUI_ABORTWARNING
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SOURCES}/side.bmp"
!define MUI_LANGDLL_WINDOWTITLE "${NAME}"
!define MUI_LANGDLL_INFO "Ngôn ngữ khi cài đặt / Language of the installation"
!define MUI_LANGDLL_ALWAYSSHOW
!define MUI_DIRECTORYPAGE_TEXT_TOP "$(WHERE)"
!define MUI_FINISHPAGE_TITLE_3LINES
!define MUI_FINISHPAGE_TEXT "$(DONE)"
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION Start
!define MUI_FINISHPAGE_RUN_TEXT "$(RUN)"
!define MUI_FINISHPAGE_SHOWREADME
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION Desktop
!define MUI_FINISHPAGE_SHOWREADME_TEXT "$(ON_DESKTOP)"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"
!include "${SOURCES}/words.nsh"

Var Campaign ; a campaign bundle beside the installer, "" where there is none

; --- before anything is written -------------------------------------------------------------------------------

!macro Refuse CODE SENTENCE
  SetErrorLevel ${CODE}
  MessageBox MB_OK|MB_ICONSTOP "${SENTENCE}" /SD IDOK
  Quit
!macroend

Function .onInit
  StrCpy $LANGUAGE ${LANG_VIETNAMESE}
  ${IfNot} ${RunningX64}
    !insertmacro Refuse 4 "${OLD_WINDOWS}"
  ${EndIf}
  ${IfNot} ${AtLeastWin10}
    !insertmacro Refuse 4 "${OLD_WINDOWS}"
  ${EndIf}
  ${IfNot} ${AtLeastBuild} 17763
    !insertmacro Refuse 4 "${OLD_WINDOWS}"
  ${EndIf}
  SetRegView 64
  ; Vietnamese unless the person's Windows speaks another language and they say so here
  System::Call "kernel32::GetUserDefaultUILanguage()i.r0"
  ${If} $0 <> ${LANG_VIETNAMESE}
  ${AndIfNot} ${Silent}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
  ReadRegStr $0 HKCU "${KEY}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 == 1
      MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "${NEWER}" /SD IDNO IDYES go_on
      SetErrorLevel 6
      Quit
      go_on:
    ${EndIf}
  ${EndIf}
  Call FindCampaign
FunctionEnd

; The authority's stick lays the campaign beside the installer's folder; otherwise exactly one bundle beside it.
Function FindCampaign
  StrCpy $Campaign ""
  ${GetParent} "$EXEDIR" $0
  ${If} ${FileExists} "$0\4-Goi-trien-khai.thuocso"
    StrCpy $Campaign "$0\4-Goi-trien-khai.thuocso"
    Return
  ${EndIf}
  FindFirst $0 $1 "$EXEDIR\*.thuocso"
  ${If} $1 != ""
    FindNext $0 $2
    ${If} $2 == ""
      StrCpy $Campaign "$EXEDIR\$1"
    ${EndIf}
  ${EndIf}
  FindClose $0
FunctionEnd

; An executable that runs can't be written to: asks to close it, again and again.
!macro Closed UN
Function ${UN}EnsureClosed
  try:
  StrCpy $1 ""
  ${If} ${FileExists} "$INSTDIR\thuocso.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\thuocso.exe" a
    ${If} ${Errors}
      StrCpy $1 "open"
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
  ${If} ${FileExists} "$INSTDIR\thuocso-cli.exe"
    ClearErrors
    FileOpen $0 "$INSTDIR\thuocso-cli.exe" a
    ${If} ${Errors}
      StrCpy $1 "open"
    ${Else}
      FileClose $0
    ${EndIf}
  ${EndIf}
  ${If} $1 == "open"
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(STILL_OPEN)" /SD IDCANCEL IDRETRY try
    SetErrorLevel 5
    Quit
  ${EndIf}
FunctionEnd
!macroend
!insertmacro Closed ""
!insertmacro Closed "un."

; --- the work -------------------------------------------------------------------------------------------------

Section "-program"
  Call EnsureClosed
  ; the old version steps aside as a whole, so that nothing of it stays, and comes back if this fails
  RMDir /r "$INSTDIR\runtime.old"
  ${If} ${FileExists} "$INSTDIR\runtime\*.*"
    ClearErrors
    Rename "$INSTDIR\runtime" "$INSTDIR\runtime.old"
    ${If} ${Errors}
      SetErrorLevel 5
      MessageBox MB_OK|MB_ICONSTOP "$(STILL_OPEN)" /SD IDOK
      Quit
    ${EndIf}
  ${EndIf}
  RMDir /r "$INSTDIR\licences"
  SetOverwrite on
  !include "${FILES}"
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\runtime.old"
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\thuocso.exe"
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/DESKTOP" $1
  ${IfNot} ${Errors}
    Call Desktop
  ${EndIf}

  WriteRegStr HKCU "${CLASSES}\.thuocso" "" "${KIND}"
  WriteRegStr HKCU "${CLASSES}\.thuocso" "Content Type" "application/vnd.etsi.asic-e+zip"
  WriteRegStr HKCU "${CLASSES}\.thuocso\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "${CLASSES}\${KIND}" "" "$(BUNDLE)"
  WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\thuocso.exe,0"
  WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\thuocso.exe" "%1"'

  WriteRegStr HKCU "${KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${KEY}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${KEY}" "DisplayIcon" "$INSTDIR\thuocso.exe,0"
  WriteRegStr HKCU "${KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${KEY}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${KEY}" "NoRepair" 1
  ${RefreshShellIcons}
SectionEnd

Function .onInstFailed
  SetOutPath "$TEMP"
  ${If} ${FileExists} "$INSTDIR\runtime.old\*.*"
    RMDir /r "$INSTDIR\runtime"
    Rename "$INSTDIR\runtime.old" "$INSTDIR\runtime"
  ${EndIf}
FunctionEnd

Function Desktop
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\thuocso.exe"
FunctionEnd

Function Start
  ${If} $Campaign == ""
    Exec '"$INSTDIR\thuocso.exe"'
  ${Else}
    Exec '"$INSTDIR\thuocso.exe" "$Campaign"'
  ${EndIf}
FunctionEnd

; --- taking it away: what the program brought, never what the person made -------------------------------------

Function un.onInit
  SetRegView 64
  StrCpy $LANGUAGE ${LANG_VIETNAMESE}
  System::Call "kernel32::GetUserDefaultUILanguage()i.r0"
  ${If} $0 <> ${LANG_VIETNAMESE}
  ${AndIfNot} ${Silent}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
FunctionEnd

Section "Uninstall"
  Call un.EnsureClosed
  RMDir /r "$INSTDIR\runtime"
  RMDir /r "$INSTDIR\runtime.old"
  RMDir /r "$INSTDIR\licences"
  Delete "$INSTDIR\thuocso.exe"
  Delete "$INSTDIR\thuocso-cli.exe"
  Delete "$INSTDIR\thuocso.cdx.json"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  ReadRegStr $0 HKCU "${CLASSES}\.thuocso" ""
  ${If} $0 == "${KIND}"
    DeleteRegKey HKCU "${CLASSES}\.thuocso"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${KIND}"
  DeleteRegKey HKCU "${KEY}"
  ${RefreshShellIcons}
  MessageBox MB_OK|MB_ICONINFORMATION "$(DATA_KEPT)" /SD IDOK
SectionEnd
