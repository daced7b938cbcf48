; The installer for Windows: for one account, without administrator's rights. Made by tools/package/inno.py, which
; defines Version (as people read it), NumericVersion (four numbers), Folder (what PyInstaller made), Licence (a file)
; and, where a certificate is configured, Sign.
; Needs Inno Setup 6.4 or newer: x64compatible, and Korean.

#define Name "Squeeze Studio"
#define Window "squeeze-studio.exe"

[Setup]
; Never to be changed: by it a newer version finds the one that is there.
AppId={{25E6BD9C-796A-4BCC-9465-D5EBCF4ABD5B}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
AppPublisher={#Name}'s authors
VersionInfoVersion={#NumericVersion}
VersionInfoTextVersion={#Version}

PrivilegesRequired=lowest
; Where {userpf} is, too; Wine, in which this is tried on Linux, does not know that one.
DefaultDirName={localappdata}\Programs\{#Name}
DisableDirPage=auto
DisableProgramGroupPage=yes
LicenseFile={#Licence}
WizardStyle=modern
ShowLanguageDialog=auto
UninstallDisplayName={#Name}
UninstallDisplayIcon={app}\{#Window}
#ifdef Icon
SetupIconFile={#Icon}
#endif

; TensorFlow is there for 64 bits only, Qt from Windows 10 of October 2018 on.
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763

; The dictionary of ultra64 does not fit into the address space of the compiler itself.
Compression=lzma2/ultra64
SolidCompression=yes
LZMAUseSeparateProcess=yes

; A program that is in use is closed, when the person agrees: the window first, and then what has no window, the workers,
; which would stay. What a run has finished is kept.
CloseApplications=force
CloseApplicationsFilter=*.exe
RestartApplications=no

#ifdef Sign
SignTool=release
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"; InfoAfterFile: "after-en.txt"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"; InfoAfterFile: "after-de.txt"
Name: "ko"; MessagesFile: "compiler:Languages\Korean.isl"; InfoAfterFile: "after-ko.txt"

[CustomMessages]
en.StillRunning={#Name} is still running. Close it, then choose Retry.
de.StillRunning={#Name} läuft noch. Schließen Sie das Programm und wählen Sie dann „Wiederholen“.
ko.StillRunning={#Name} 프로그램이 아직 실행 중입니다. 프로그램을 닫은 다음 "다시 시도"를 선택하십시오.

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; GroupDescription: "{cm:AdditionalIcons}"; Flags: unchecked

[InstallDelete]
; Modules that a newer version no longer has would be found by it.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "{#Folder}\*"; DestDir: "{app}"; Flags: ignoreversion recursesubdirs createallsubdirs

[Icons]
Name: "{autoprograms}\{#Name}"; Filename: "{app}\{#Window}"; WorkingDir: "{userdocs}"
Name: "{autodesktop}\{#Name}"; Filename: "{app}\{#Window}"; WorkingDir: "{userdocs}"; Tasks: desktopicon

[Run]
Filename: "{app}\{#Window}"; Description: "{cm:LaunchProgram,{#Name}}"; WorkingDir: "{userdocs}"; Flags: nowait postinstall skipifsilent

[UninstallDelete]
; What the program can make again at any time, and its preferences (core/paths.py, app/preferences.py). Runs, and firmware
; that somebody brought, stay.
Type: filesandordirs; Name: "{localappdata}\squeeze-studio\Cache"
Type: filesandordirs; Name: "{localappdata}\squeeze-studio\Logs"
Type: dirifempty; Name: "{localappdata}\squeeze-studio"
Type: files; Name: "{userappdata}\squeeze-studio\squeeze-studio.ini"
Type: dirifempty; Name: "{userappdata}\squeeze-studio"

[Code]
{ A running program cannot be written to. Asking for that finds windows, command lines and workers alike, where a mutex
  would tell of windows only. }
function InUse(const Path: String): Boolean;
var
  Stream: TFileStream;
begin
  Result := False;
  if FileExists(Path) then
    try
      Stream := TFileStream.Create(Path, fmOpenReadWrite or fmShareExclusive);
      Stream.Free;
    except
      Result := True;
    end;
end;

function Running(): Boolean;
begin
  Result := InUse(ExpandConstant('{app}\{#Window}')) or InUse(ExpandConstant('{app}\squeeze.exe'));
end;

function InitializeUninstall(): Boolean;
begin
  Result := True;
  while Result and Running() do
    Result := SuppressibleMsgBox(CustomMessage('StillRunning'), mbError, MB_RETRYCANCEL, IDCANCEL) = IDRETRY;
end;
