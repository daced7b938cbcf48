<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Squeeze Studio</source>
        <translation>Squeeze Studio 정보</translation>
    </message>
    <message>
        <source>Free software: use it for any purpose, study how it works, share it and change it. It comes without any warranty. The models and firmware that you make with it are yours.</source>
        <translation>자유 소프트웨어입니다. 어떤 용도로든 쓰고, 작동 방식을 살펴보고, 공유하고, 고칠 수 있습니다. 어떠한 보증도 없습니다. 이 프로그램으로 만든 모델과 펌웨어는 사용자의 것입니다.</translation>
    </message>
    <message>
        <source>Version {version} · license {licence}</source>
        <translation>버전 {version} · 라이선스 {licence}</translation>
    </message>
    <message>
        <source>Open-source components</source>
        <translation>오픈 소스 구성 요소</translation>
    </message>
    <message>
        <source>License text</source>
        <translation>라이선스 전문</translation>
    </message>
    <message>
        <source>This package does not include its license text. The name of the license is shown above.</source>
        <translation>이 패키지에는 라이선스 전문이 없습니다. 라이선스 이름은 위에 있습니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Accuracy</name>
    <message>
        <source>The 95 % confidence interval (Wilson): with other test images of the same kind, the accuracy is in a range like this 95 times out of 100.</source>
        <translation>95 % 신뢰 구간(Wilson)입니다. 같은 종류의 다른 시험 사진으로 재면 100번 중 95번은 정확도가 이런 범위에 듭니다.</translation>
    </message>
    <message>
        <source>Not measured yet.</source>
        <translation>아직 측정하지 않았습니다.</translation>
    </message>
    <message>
        <source>{accuracy} ({range}) on {images} held-out test images</source>
        <translation>따로 둔 시험 사진 {images}장에서 {accuracy} ({range})</translation>
    </message>
    <message>
        <source>{range} on {images} held-out test images</source>
        <translation>따로 둔 시험 사진 {images}장에서 {range}</translation>
    </message>
    <message>
        <source>Estimated for new images like these: {accuracy} ({range}), by cross-validation on all {images} images.</source>
        <translation>이런 새 사진에서의 추정값: {accuracy} ({range}). 사진 {images}장 모두로 교차 검증했습니다.</translation>
    </message>
    <message>
        <source>This estimate uses the starting network; this run was trained from scratch.</source>
        <translation>시작 신경망을 쓴 추정값이며, 이 실행은 처음부터 학습했습니다.</translation>
    </message>
    <message>
        <source>Expect less in other places: all images of {names} are from one burst.</source>
        <translation>다른 곳에서는 더 낮을 수 있습니다. {names}의 사진은 모두 한 번에 연달아 찍은 것입니다.</translation>
    </message>
    <message>
        <source>Measured on {images} held-out test images.</source>
        <translation>따로 둔 시험 사진 {images}장으로 측정했습니다.</translation>
    </message>
    <message>
        <source>Same accuracy as before.</source>
        <translation>정확도가 이전과 같습니다.</translation>
    </message>
    <message>
        <source>{points} points lower: not a significant difference.</source>
        <translation>{points}%p 낮아졌지만 유의미한 차이는 아닙니다.</translation>
    </message>
    <message>
        <source>{points} points higher: not a significant difference.</source>
        <translation>{points}%p 높아졌지만 유의미한 차이는 아닙니다.</translation>
    </message>
    <message>
        <source>Accuracy is {points} points lower than before.</source>
        <translation>정확도가 이전보다 {points}%p 낮아졌습니다.</translation>
    </message>
    <message>
        <source>Accuracy is {points} points higher than before.</source>
        <translation>정확도가 이전보다 {points}%p 높아졌습니다.</translation>
    </message>
</context>
<context>
    <name>ActionRow</name>
    <message>
        <source>When it sees {name}:</source>
        <translation>{name} 인식 시:</translation>
    </message>
    <message>
        <source>What happens when the board sees {name}</source>
        <translation>보드가 {name}을(를) 인식했을 때의 동작</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>set pin high while seen</source>
        <translation>인식하는 동안 핀을 High로</translation>
    </message>
    <message>
        <source>set pin high for a time</source>
        <translation>일정 시간 핀을 High로</translation>
    </message>
    <message>
        <source>write a line of text</source>
        <translation>텍스트 한 줄 쓰기</translation>
    </message>
    <message>
        <source>GPIO {pin}</source>
        <translation>GPIO {pin}</translation>
    </message>
    <message>
        <source>GPIO {pin}: {use}</source>
        <translation>GPIO {pin}: {use}</translation>
    </message>
    <message>
        <source>Pin for {name}</source>
        <translation>{name}의 핀</translation>
    </message>
    <message>
        <source>A pin supplies 3.3 V and a few milliamperes: enough for an LED or a relay module&apos;s input.</source>
        <translation>핀은 3.3 V와 수 밀리암페어를 공급합니다. LED나 릴레이 모듈의 입력에 충분합니다.</translation>
    </message>
    <message>
        <source>Seconds for {name}</source>
        <translation>{name}의 시간(초)</translation>
    </message>
    <message>
        <source>Text, such as: {name}</source>
        <translation>텍스트, 예: {name}</translation>
    </message>
    <message>
        <source>Line for {name}</source>
        <translation>{name}의 텍스트</translation>
    </message>
    <message>
        <source>Written on the board&apos;s serial port, 115200 baud, each time it appears.</source>
        <translation>클래스가 나타날 때마다 보드의 직렬 포트에 115200 보드레이트로 씁니다.</translation>
    </message>
    <message>
        <source>at least </source>
        <translation>최소 </translation>
    </message>
    <message>
        <source>Probability from which on the class counts as seen. An answer that is not sure never does.</source>
        <translation>이 확률부터 클래스를 인식한 것으로 봅니다. 확실하지 않은 답은 인식으로 보지 않습니다.</translation>
    </message>
    <message>
        <source>Threshold for {name}</source>
        <translation>{name}의 임계값</translation>
    </message>
    <message>
        <source> in a row</source>
        <translation>회 연속</translation>
    </message>
    <message>
        <source>How many images in a row have to show the class.</source>
        <translation>연속으로 몇 장의 이미지에서 클래스를 인식해야 하는지입니다.</translation>
    </message>
    <message>
        <source>Times in a row for {name}</source>
        <translation>{name}의 연속 횟수</translation>
    </message>
</context>
<context>
    <name>ActionTable</name>
    <message>
        <source>When it sees…</source>
        <translation>인식 시 동작…</translation>
    </message>
    <message>
        <source>The board does this by itself, also without a computer.</source>
        <translation>컴퓨터 없이도 보드가 스스로 수행합니다.</translation>
    </message>
    <message>
        <source>When it sees… ({count})</source>
        <translation>인식 시 동작… ({count})</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>Is it a data cable?</source>
        <translation>데이터 케이블인가요?</translation>
    </message>
    <message>
        <source>Many cables only charge. Try the cable of a phone or a camera, without a hub.</source>
        <translation>충전만 되는 케이블이 많습니다. 휴대폰이나 카메라 케이블을 허브 없이 써 보세요.</translation>
    </message>
    <message>
        <source>Is the driver of the board&apos;s USB adapter installed?</source>
        <translation>보드의 USB 어댑터 드라이버가 설치되어 있나요?</translation>
    </message>
    <message>
        <source>Is another program using the port?</source>
        <translation>다른 프로그램이 포트를 쓰고 있나요?</translation>
    </message>
    <message>
        <source>Close serial monitors, the Arduino IDE and other programs that use the board.</source>
        <translation>시리얼 모니터, Arduino IDE 등 보드를 쓰는 프로그램을 모두 닫으세요.</translation>
    </message>
    <message>
        <source>Windows may need a driver: look for CP210x (Silicon Labs) or CH340 (WCH) in the Device Manager.</source>
        <translation>Windows에는 드라이버가 필요할 수 있습니다. 장치 관리자에서 CP210x(Silicon Labs)나 CH340(WCH)을 찾아보세요.</translation>
    </message>
    <message>
        <source>macOS includes drivers for CP210x and newer CH34x adapters. For older ones, install the manufacturer&apos;s driver.</source>
        <translation>macOS에는 CP210x와 최신 CH34x 어댑터용 드라이버가 있습니다. 오래된 어댑터는 제조사 드라이버를 설치하세요.</translation>
    </message>
    <message>
        <source>Linux includes drivers for all common adapters. On Ubuntu, &apos;brltty&apos; claims CH340 adapters: remove it.</source>
        <translation>Linux에는 일반적인 어댑터의 드라이버가 모두 있습니다. Ubuntu에서는 &apos;brltty&apos;가 CH340 어댑터를 차지하므로 제거하세요.</translation>
    </message>
    <message>
        <source>Does your account have access to the port?</source>
        <translation>내 계정에 포트 사용 권한이 있나요?</translation>
    </message>
    <message>
        <source>On Windows, every account has access. Nothing to do.</source>
        <translation>Windows에서는 모든 계정이 쓸 수 있습니다. 할 일이 없습니다.</translation>
    </message>
</context>
<context>
    <name>AnswerBars</name>
    <message>
        <source>What the board sees</source>
        <translation>보드가 보는 것</translation>
    </message>
    <message>
        <source>Not sure: {answers}</source>
        <translation>확실하지 않음: {answers}</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>정답</translation>
    </message>
</context>
<context>
    <name>AnswerTable</name>
    <message>
        <source>Answers of the models</source>
        <translation>모델의 답</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Details</source>
        <translation>자세히</translation>
    </message>
</context>
<context>
    <name>BitsChooser</name>
    <message>
        <source>Bits per weight</source>
        <translation>가중치당 비트 수</translation>
    </message>
    <message>
        <source>expected final size</source>
        <translation>최종 예상 크기</translation>
    </message>
    <message>
        <source>A bit is a 0 or a 1. Each extra bit doubles the number of values that a weight can have.</source>
        <translation>비트는 0 또는 1입니다. 한 비트가 늘 때마다 가중치가 가질 수 있는 값이 두 배가 됩니다.</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>비트</translation>
    </message>
    <message>
        <source>for most layers. The first and the last layer keep 8 bits.</source>
        <translation>대부분의 층에 적용됩니다. 첫 층과 마지막 층은 8비트를 유지합니다.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>값 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bit(s)</source>
        <translation>
            <numerusform>%Ln비트</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BitsLine</name>
    <message>
        <source>Entropy is the lower limit, in bits per value, for any code that encodes values one by one.</source>
        <translation>엔트로피는 값을 하나씩 부호화할 때 값당 필요한 최소 비트 수입니다.</translation>
    </message>
    <message>
        <source>{mean} bits per value with this code. Lower limit (entropy): {entropy}. Uncoded: 8.</source>
        <translation>이 부호로 값당 {mean}비트. 최솟값(엔트로피) {entropy}비트. 부호화 전 8비트.</translation>
    </message>
</context>
<context>
    <name>BoardCamera</name>
    <message>
        <source>The board has no model that works, and without one its camera is off. Flash a finished model on the page Board, and try again.</source>
        <translation>보드에 동작하는 모델이 없어 카메라가 꺼져 있습니다. 보드 페이지에서 완성된 모델을 플래시한 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>This board has no camera, or its camera does not answer. Check the camera&apos;s cable, or connect a board that has a camera, and try again.</source>
        <translation>이 보드에는 카메라가 없거나 카메라가 응답하지 않습니다. 카메라 케이블을 확인하거나 카메라가 있는 보드를 연결한 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>If the board has other firmware, flash it on the page Board.</source>
        <translation>보드에 다른 펌웨어가 있다면 보드 페이지에서 플래시하세요.</translation>
    </message>
    <message>
        <source>The connection to the board ended unexpectedly. Try again.</source>
        <translation>보드와의 연결이 예기치 않게 끊어졌습니다. 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The connection to the board was closed. Try again.</source>
        <translation>보드와의 연결이 닫혔습니다. 다시 시도하세요.</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>The model is not finished yet.</source>
        <translation>모델이 아직 완성되지 않았습니다.</translation>
    </message>
    <message>
        <source>Choose another board</source>
        <translation>다른 보드 선택</translation>
    </message>
    <message>
        <source>Drop images here to send them to the board</source>
        <translation>보드에 보낼 사진을 여기에 놓으세요</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>Flash and run</source>
        <translation>플래시하고 실행</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>목록으로 돌아가기</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Busy: wait until the current task is finished.</source>
        <translation>작업 중입니다. 현재 작업이 끝날 때까지 기다려 주세요.</translation>
    </message>
    <message>
        <source>Choose the type of your board first.</source>
        <translation>먼저 보드 종류를 고르세요.</translation>
    </message>
    <message>
        <source>The model has changed since you flashed it.</source>
        <translation>플래시한 뒤로 모델이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>{board} was removed from your boards.</source>
        <translation>{board}을(를) 내 보드에서 제거했습니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Choose the type of your board to see what will be written.</source>
        <translation>보드 종류를 고르면 무엇이 기록될지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>This run was made for the board {board}, which is not in the list any more. Choose another board, or describe this one again under the same name.</source>
        <translation>이 실행은 {board} 보드용으로 만들어졌는데, 이 보드가 더 이상 목록에 없습니다. 다른 보드를 선택하거나 같은 이름으로 이 보드를 다시 설명하세요.</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>준비 중</translation>
    </message>
    <message>
        <source>Report saved to {path}.</source>
        <translation>보고서를 저장했습니다: {path}</translation>
    </message>
    <message>
        <source>The task ended unexpectedly.</source>
        <translation>작업이 예기치 않게 끝났습니다.</translation>
    </message>
    <message>
        <source>Your run is unchanged, and you can flash the board again.</source>
        <translation>실행은 그대로이며 보드를 다시 플래시할 수 있습니다.</translation>
    </message>
    <message>
        <source>Flash again</source>
        <translation>다시 플래시</translation>
    </message>
    <message>
        <source>Exported to {path}.</source>
        <translation>{path}에 내보냈습니다.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>폴더 보기</translation>
    </message>
</context>
<context>
    <name>BuildOutput</name>
    <message>
        <source>Output of the build</source>
        <translation>빌드 출력</translation>
    </message>
    <message>
        <source>{time} of about {expected}</source>
        <translation>약 {expected} 중 {time}</translation>
    </message>
</context>
<context>
    <name>Bytes</name>
    <message>
        <source>Coded weights</source>
        <translation>부호화된 가중치</translation>
    </message>
    <message>
        <source>Code tables</source>
        <translation>부호표</translation>
    </message>
    <message>
        <source>Uncompressed weights</source>
        <translation>압축하지 않은 가중치</translation>
    </message>
    <message>
        <source>DECODE operators</source>
        <translation>DECODE 연산자</translation>
    </message>
    <message>
        <source>Biases</source>
        <translation>편향</translation>
    </message>
    <message>
        <source>Scales</source>
        <translation>스케일</translation>
    </message>
    <message>
        <source>Other values</source>
        <translation>기타 값</translation>
    </message>
    <message>
        <source>Names and metadata</source>
        <translation>이름과 메타데이터</translation>
    </message>
    <message>
        <source>File structure</source>
        <translation>파일 구조</translation>
    </message>
    <message>
        <source>{purpose}: {after}, before {before}</source>
        <translation>{purpose}: {after}, 이전 {before}</translation>
    </message>
    <message>
        <source>{layer}: {after}, before {before}</source>
        <translation>{layer}: {after}, 이전 {before}</translation>
    </message>
</context>
<context>
    <name>CameraChoice</name>
    <message>
        <source>Camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>Try the camera again</source>
        <translation>카메라 다시 시도</translation>
    </message>
    <message>
        <source>Connecting to the board…</source>
        <translation>보드에 연결하는 중…</translation>
    </message>
    <message>
        <source>Starting the camera…</source>
        <translation>카메라를 시작하는 중…</translation>
    </message>
    <message>
        <source>Board: {name}</source>
        <translation>보드: {name}</translation>
    </message>
    <message>
        <source>You can add files to each class instead.</source>
        <translation>대신 각 클래스에 파일을 추가할 수 있습니다.</translation>
    </message>
    <message>
        <source>You can choose another camera below, or add files to each class.</source>
        <translation>아래에서 다른 카메라를 선택하거나 각 클래스에 파일을 추가할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>CameraView</name>
    <message>
        <source>Camera image</source>
        <translation>카메라 이미지</translation>
    </message>
</context>
<context>
    <name>CapturePanel</name>
    <message>
        <source>Name the things that you want to tell apart, for example cup and phone.</source>
        <translation>구별하려는 사물의 이름을 입력하세요. 예: 컵, 전화기.</translation>
    </message>
    <message>
        <source>Move the object, turn it, and change light and background. {count} photos per class are enough to begin: {name} has {now}.</source>
        <translation>사물을 움직이고 돌리고 조명과 배경을 바꾸세요. 클래스마다 사진 {count}장이면 시작할 수 있습니다. {name}: {now}장.</translation>
    </message>
    <message>
        <source>That is enough to begin. Photos from another place or day make the model better.</source>
        <translation>시작하기에 충분합니다. 다른 장소나 다른 날에 찍은 사진을 더하면 모델이 좋아집니다.</translation>
    </message>
    <message>
        <source>Add a class</source>
        <translation>클래스 추가</translation>
    </message>
    <message>
        <source>Change folder…</source>
        <translation>폴더 변경…</translation>
    </message>
    <message>
        <source>Folder: {folder}</source>
        <translation>폴더: {folder}</translation>
    </message>
    <message>
        <source>Empty folder for the photos</source>
        <translation>사진을 저장할 빈 폴더</translation>
    </message>
    <message>
        <source>Images ({patterns})</source>
        <translation>이미지 ({patterns})</translation>
    </message>
    <message>
        <source>Photos of {name}</source>
        <translation>{name} 사진</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Images whose prediction changed</source>
        <translation>예측이 바뀐 사진</translation>
    </message>
    <message>
        <source>No prediction changed on the {images} test images.</source>
        <translation>시험 사진 {images}장에서 예측이 하나도 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>{count} of {images} predictions changed. Now correct: {right}. Now wrong: {wrong}. Still wrong: {other}.</source>
        <translation>예측 {images}개 중 {count}개가 바뀌었습니다. 이제 맞음: {right}. 이제 틀림: {wrong}. 여전히 틀림: {other}.</translation>
    </message>
    <message>
        <source>{image}: {is_class}. Prediction before: {before} ({before_share}), now: {after} ({after_share}).</source>
        <translation>{image}: {is_class}. 이전 예측 {before}({before_share}), 현재 예측 {after}({after_share}).</translation>
    </message>
    <message>
        <source>now: {name}</source>
        <translation>현재: {name}</translation>
    </message>
    <message>
        <source>before: {name}</source>
        <translation>이전: {name}</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Save and more</source>
        <translation>저장 및 기타</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>크게 보기</translation>
    </message>
    <message>
        <source>Save as image (PNG)…</source>
        <translation>그림으로 저장 (PNG)…</translation>
    </message>
    <message>
        <source>Save as vector graphic (SVG)…</source>
        <translation>벡터 그림으로 저장 (SVG)…</translation>
    </message>
    <message>
        <source>Save data (CSV)…</source>
        <translation>데이터 저장 (CSV)…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>저장</translation>
    </message>
</context>
<context>
    <name>ChooseView</name>
    <message>
        <source>{board}: {chip} with {size} of flash</source>
        <translation>{board}: {chip}, 플래시 {size}</translation>
    </message>
    <message>
        <source>Which board do you have?</source>
        <translation>어떤 보드인가요?</translation>
    </message>
    <message>
        <source>The board type determines memory, camera and LEDs. A different chip is detected before anything is written.</source>
        <translation>보드 종류에 따라 메모리, 카메라, LED가 정해집니다. 칩이 다르면 기록하기 전에 알려 드립니다.</translation>
    </message>
    <message>
        <source>Choose a board</source>
        <translation>보드 선택</translation>
    </message>
    <message>
        <source>Another type of board…</source>
        <translation>다른 종류의 보드…</translation>
    </message>
    <message>
        <source>Describe a board by its chip, its memory and its camera.</source>
        <translation>칩, 메모리, 카메라로 보드를 설명합니다.</translation>
    </message>
    <message>
        <source>Change this board…</source>
        <translation>이 보드 변경…</translation>
    </message>
    <message>
        <source>Remove this board</source>
        <translation>이 보드 제거</translation>
    </message>
    <message>
        <source>Removes it from your own boards. This can be undone.</source>
        <translation>내 보드에서 제거합니다. 실행 취소할 수 있습니다.</translation>
    </message>
    <message>
        <source>Rewrite everything</source>
        <translation>모두 다시 쓰기</translation>
    </message>
    <message>
        <source>By default, only the model is written to a board that already has this program&apos;s firmware.</source>
        <translation>기본적으로, 이 프로그램의 펌웨어가 이미 있는 보드에는 모델만 기록합니다.</translation>
    </message>
    <message>
        <source>Slow, reliable mode (115200 baud)</source>
        <translation>느리고 안정적인 모드 (115200 baud)</translation>
    </message>
    <message>
        <source>For long cables and hubs.</source>
        <translation>긴 케이블이나 허브를 쓸 때 좋습니다.</translation>
    </message>
    <message>
        <source>Use the ROM loader (no flasher stub)</source>
        <translation>ROM 로더 사용 (플래셔 스텁 없음)</translation>
    </message>
    <message>
        <source>Slower. Works with some boards on which the flasher stub fails.</source>
        <translation>더 느립니다. 플래셔 스텁이 실패하는 보드에서 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>What will be written</source>
        <translation>기록될 내용</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>플래시</translation>
    </message>
    <message>
        <source>Memory that keeps its content without power.</source>
        <translation>전원이 없어도 내용이 남는 메모리입니다.</translation>
    </message>
    <message>
        <source>Preparing the list…</source>
        <translation>목록을 준비하는 중…</translation>
    </message>
    <message>
        <source>It fits: {flash} of the model partition, {memory} of the memory, about {time} per image.</source>
        <translation>들어갑니다. 모델 파티션의 {flash}, 메모리의 {memory}, 사진당 약 {time}.</translation>
    </message>
</context>
<context>
    <name>ClassBars</name>
    <message>
        <source>Accuracy by class, lowest first</source>
        <translation>클래스별 정확도, 낮은 순서</translation>
    </message>
    <message>
        <source>no test images</source>
        <translation>시험 사진 없음</translation>
    </message>
    <message>
        <source>{name}: {right} of {images} test images correct.</source>
        <translation>{name}: 시험 사진 {images}장 중 {right}장 맞음.</translation>
    </message>
    <message>
        <source>Before: {share}.</source>
        <translation>이전: {share}.</translation>
    </message>
</context>
<context>
    <name>ClassList</name>
    <message>
        <source>excluded</source>
        <translation>제외됨</translation>
    </message>
</context>
<context>
    <name>ClassRow</name>
    <message>
        <source>Name of class {number}</source>
        <translation>클래스 {number}의 이름</translation>
    </message>
    <message>
        <source>Hold to take photos</source>
        <translation>누르고 있으면 촬영</translation>
    </message>
    <message>
        <source>Add files…</source>
        <translation>파일 추가…</translation>
    </message>
    <message>
        <source>Add to this class</source>
        <translation>이 클래스에 추가</translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>사진 %Ln장</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeHistogram</name>
    <message>
        <source>Frequency of each value</source>
        <translation>값별 빈도</translation>
    </message>
    <message>
        <source>{number}: {weights} ({share}), code length {bits}</source>
        <translation>{number}: {weights} ({share}), 부호 길이 {bits}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln weight(s)</source>
        <translation>
            <numerusform>가중치 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bit(s)</source>
        <translation>
            <numerusform>%Ln비트</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeIdea</name>
    <message>
        <source>Frequent values get short codes, rare values get long codes.</source>
        <translation>자주 나오는 값은 짧은 부호, 드문 값은 긴 부호를 받습니다.</translation>
    </message>
    <message>
        <source>Like Morse code, in which the frequent letter E is a single dot.</source>
        <translation>자주 쓰는 글자 E가 점 하나인 모스 부호와 같습니다.</translation>
    </message>
    <message>
        <source>frequency</source>
        <translation>빈도</translation>
    </message>
    <message>
        <source>code</source>
        <translation>부호</translation>
    </message>
</context>
<context>
    <name>CodesView</name>
    <message>
        <source>Each bar is one value of the quantized weights. The label is the length of its code in bits.</source>
        <translation>막대 하나가 양자화한 가중치의 값 하나입니다. 위의 숫자는 부호의 길이(비트)입니다.</translation>
    </message>
    <message>
        <source>Code table</source>
        <translation>부호표</translation>
    </message>
    <message>
        <source>Layers with similar value frequencies share a code table when that saves bytes.</source>
        <translation>값의 분포가 비슷한 층은 바이트가 줄면 부호표를 함께 씁니다.</translation>
    </message>
    <message>
        <source>Not coded: {weights}</source>
        <translation>부호화하지 않음: {weights}</translation>
    </message>
    <message>
        <source>Code {number}: {layers}, {weights}</source>
        <translation>부호 {number}: {layers}, {weights}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln layer(s)</source>
        <translation>
            <numerusform>층 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln weight(s)</source>
        <translation>
            <numerusform>가중치 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few weights: a code table would cost more bytes than it saves.</source>
        <translation>가중치가 너무 적어 부호표가 아끼는 바이트보다 더 많이 차지합니다.</translation>
    </message>
    <message>
        <source>{payload} of codes and {table} for the code table. Both are part of the file size.</source>
        <translation>부호 {payload}, 부호표 {table}. 둘 다 파일 크기에 포함됩니다.</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Compare two runs</source>
        <translation>두 실행 비교</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Training curves</source>
        <translation>학습 곡선</translation>
    </message>
    <message>
        <source>Different settings</source>
        <translation>서로 다른 설정</translation>
    </message>
    <message>
        <source>These runs have different test images. Their accuracies cannot be compared.</source>
        <translation>두 실행의 시험 사진이 달라 정확도를 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>{points} points apart: not a significant difference.</source>
        <translation>{points}%p 차이: 유의미한 차이가 아닙니다.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is {points} points more accurate: a significant difference.</source>
        <translation>&apos;{name}&apos; 쪽이 {points}%p 더 정확합니다. 유의미한 차이입니다.</translation>
    </message>
    <message>
        <source>None: same settings.</source>
        <translation>없음: 같은 설정입니다.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>no</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>ComputerCamera</name>
    <message>
        <source>Qt Multimedia cannot be loaded. On Debian and Ubuntu, install the package libpulse0.</source>
        <translation>Qt Multimedia를 불러올 수 없습니다. Debian과 Ubuntu에서는 libpulse0 패키지를 설치하세요.</translation>
    </message>
    <message>
        <source>The system does not let this program use the camera. Allow it in the privacy settings of the system, and try again.</source>
        <translation>시스템이 이 프로그램의 카메라 사용을 허용하지 않습니다. 시스템의 개인 정보 보호 설정에서 허용하고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>This computer has no camera. Connect one, and try again.</source>
        <translation>이 컴퓨터에 카메라가 없습니다. 카메라를 연결하고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>The camera was unplugged. Connect it, and try again.</source>
        <translation>카메라 연결이 끊어졌습니다. 다시 연결하고 시도하세요.</translation>
    </message>
    <message>
        <source>Another program may be using the camera: close it, and try again.</source>
        <translation>다른 프로그램이 카메라를 사용 중일 수 있습니다. 그 프로그램을 닫고 다시 시도하세요.</translation>
    </message>
</context>
<context>
    <name>ConfusionCells</name>
    <message>
        <source>{name}: {count} of {total} images correct ({share}).</source>
        <translation>{name}: 사진 {total}장 중 {count}장 맞음 ({share}).</translation>
    </message>
    <message>
        <source>{name}: {count} of {total} images classified as {taken} ({share}).</source>
        <translation>{name}: 사진 {total}장 중 {count}장을 {taken}(으)로 분류 ({share}).</translation>
    </message>
    <message>
        <source>No image was assigned to a wrong class.</source>
        <translation>틀린 클래스로 분류한 사진이 없습니다.</translation>
    </message>
    <message>
        <source>Most frequent confusion: {sentence}</source>
        <translation>가장 잦은 혼동: {sentence}</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Rows: true class. Columns: predicted class.</source>
        <translation>행은 실제 클래스, 열은 예측한 클래스입니다.</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>혼동 행렬</translation>
    </message>
</context>
<context>
    <name>CopyButton</name>
    <message>
        <source>Copied</source>
        <translation>복사함</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>명령 복사</translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>파일 %Ln개</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>사진 %Ln장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln epoch(s)</source>
        <translation>
            <numerusform>에포크 %Ln번</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message>
        <source>Findings</source>
        <translation>점검 결과</translation>
    </message>
    <message>
        <source>Drop other photos here</source>
        <translation>다른 사진을 여기에 놓으세요</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Images, findings, preview</source>
        <translation>사진, 점검 결과, 미리 보기</translation>
    </message>
    <message>
        <source>Map…</source>
        <translation>지도…</translation>
    </message>
    <message>
        <source>See which images look alike, and which labels are likely wrong.</source>
        <translation>어떤 이미지가 서로 비슷한지, 어떤 레이블이 잘못되었을 가능성이 높은지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Other photos</source>
        <translation>다른 사진</translation>
    </message>
    <message>
        <source>Take more of these photos…</source>
        <translation>이 사진 더 촬영…</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>폴더…</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>압축 파일…</translation>
    </message>
    <message>
        <source>Take photos…</source>
        <translation>사진 촬영…</translation>
    </message>
    <message>
        <source>Sample scenes</source>
        <translation>예제 풍경</translation>
    </message>
    <message>
        <source>Scan again</source>
        <translation>다시 점검</translation>
    </message>
    <message>
        <source>Scanning the images…</source>
        <translation>사진을 점검하는 중…</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>사진 %Ln장</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>클래스 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>{images}. Making the model takes about {time}.</source>
        <translation>{images}. 모델을 만드는 데 약 {time} 걸립니다.</translation>
    </message>
    <message>
        <source>Fix it under Findings, or add images to your folder and scan again.</source>
        <translation>점검 결과에서 고치거나, 폴더에 사진을 더 넣고 다시 점검하세요.</translation>
    </message>
    <message>
        <source>Use these photos</source>
        <translation>이 사진 사용</translation>
    </message>
    <message>
        <source>Show the result</source>
        <translation>결과 보기</translation>
    </message>
    <message>
        <source>Not all images were scanned.</source>
        <translation>일부 사진을 점검하지 못했습니다.</translation>
    </message>
    <message>
        <source>Undo the change</source>
        <translation>변경 되돌리기</translation>
    </message>
    <message>
        <source>Findings ({count})</source>
        <translation>점검 결과 ({count})</translation>
    </message>
    <message>
        <source>Step by step…</source>
        <translation>단계별로…</translation>
    </message>
    <message>
        <source>Choose settings, and do Train, Prune, Quantize and Huffman one by one.</source>
        <translation>설정을 고르고 학습, 가지치기, 양자화, Huffman을 하나씩 합니다.</translation>
    </message>
    <message>
        <source>Does all steps: train, prune, quantize and Huffman-code the network.</source>
        <translation>모든 단계를 합니다. 신경망을 학습시키고, 가지치기하고, 양자화하고, Huffman 부호화합니다.</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Show findings</source>
        <translation>점검 결과 보기</translation>
    </message>
</context>
<context>
    <name>DoingView</name>
    <message>
        <source>The board writes: {line}</source>
        <translation>보드가 쓴 텍스트: {line}</translation>
    </message>
    <message>
        <source>GPIO {pin}: high</source>
        <translation>GPIO {pin}: High</translation>
    </message>
    <message>
        <source>GPIO {pin}: low</source>
        <translation>GPIO {pin}: Low</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>One subfolder per class. Zip and tar archives work, too.</source>
        <translation>클래스마다 하위 폴더 하나. zip과 tar 압축 파일도 됩니다.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>폴더 선택…</translation>
    </message>
    <message>
        <source>Choose an archive…</source>
        <translation>압축 파일 선택…</translation>
    </message>
    <message>
        <source>Drop a folder or archive here</source>
        <translation>폴더나 압축 파일을 여기에 놓으세요</translation>
    </message>
    <message>
        <source>Drop a folder or an archive with photos here</source>
        <translation>사진이 든 폴더나 압축 파일을 여기에 놓으세요</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>폴더…</translation>
    </message>
    <message>
        <source>Archive…</source>
        <translation>압축 파일…</translation>
    </message>
</context>
<context>
    <name>EpochFigures</name>
    <message>
        <source>Epoch</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>One epoch is one pass through all training images.</source>
        <translation>에포크는 모든 학습 사진을 한 번 훑는 것입니다.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>남은 시간</translation>
    </message>
    <message>
        <source>An estimate from the progress so far.</source>
        <translation>지금까지의 진행으로 추정한 값입니다.</translation>
    </message>
    <message>
        <source>Continues with epoch {epoch} of {epochs}.</source>
        <translation>에포크 {epochs}번 중 {epoch}번째부터 이어집니다.</translation>
    </message>
    <message>
        <source>{epoch} of {epochs}</source>
        <translation>{epochs}번 중 {epoch}번째</translation>
    </message>
</context>
<context>
    <name>Errors</name>
    <message>
        <source>Add images to its folder, or remove the folder.</source>
        <translation>폴더에 사진을 넣거나 폴더를 빼세요.</translation>
    </message>
    <message>
        <source>Building the firmware failed while {doing}.</source>
        <translation>펌웨어 빌드에 실패했습니다 ({doing}).</translation>
    </message>
    <message>
        <source>Change it and try again.</source>
        <translation>고친 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Change its permissions, or copy the images to a folder of your own.</source>
        <translation>권한을 바꾸거나 사진을 내 폴더로 복사하세요.</translation>
    </message>
    <message>
        <source>Check the cable, connect the board again, then try again.</source>
        <translation>케이블을 확인하고 보드를 다시 연결한 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Check the path, or choose the folder or archive with your images again.</source>
        <translation>경로를 확인하거나 사진이 든 폴더 또는 압축 파일을 다시 고르세요.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>경로를 확인하세요.</translation>
    </message>
    <message>
        <source>Choose another folder for the results, or change its permissions.</source>
        <translation>결과를 둘 다른 폴더를 고르거나 권한을 바꾸세요.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>다른 이름을 선택하세요.</translation>
    </message>
    <message>
        <source>Choose one of: {known}.</source>
        <translation>다음 중에서 고르세요: {known}.</translation>
    </message>
    <message>
        <source>Choose the bundle for your board.</source>
        <translation>내 보드에 맞는 번들을 고르세요.</translation>
    </message>
    <message>
        <source>Close serial monitors and other programs that may have it open, then try again.</source>
        <translation>시리얼 모니터 등 포트를 열고 있을 만한 프로그램을 닫고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Flash the board again, firmware and model.</source>
        <translation>펌웨어와 모델을 보드에 다시 플래시하세요.</translation>
    </message>
    <message>
        <source>Flash the board&apos;s firmware again with this program.</source>
        <translation>이 프로그램으로 보드의 펌웨어를 다시 플래시하세요.</translation>
    </message>
    <message>
        <source>Flash this model to the board, then try again.</source>
        <translation>이 모델을 보드에 플래시한 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Flashing the board on {port} failed while {doing}.</source>
        <translation>{port} 포트의 보드를 플래시하지 못했습니다 ({doing}).</translation>
    </message>
    <message>
        <source>Put JPEG, PNG, BMP, GIF or WebP images into one subfolder per class.</source>
        <translation>JPEG, PNG, BMP, GIF, WebP 사진을 클래스별 하위 폴더에 넣으세요.</translation>
    </message>
    <message>
        <source>Rename its folder.</source>
        <translation>해당 폴더의 이름을 바꾸세요.</translation>
    </message>
    <message>
        <source>Rename the file or folder, and try again.</source>
        <translation>파일이나 폴더의 이름을 바꾼 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Run the earlier stage first (--from {needed}).</source>
        <translation>앞 단계를 먼저 실행하세요(--from {needed}).</translation>
    </message>
    <message>
        <source>TensorFlow Lite Micro does not say how much memory it needs</source>
        <translation>TensorFlow Lite Micro가 필요한 메모리 크기를 알려 주지 않습니다</translation>
    </message>
    <message>
        <source>The Huffman-coded model is not identical to the int8 model: {reason}.</source>
        <translation>Huffman 부호화 모델이 int8 모델과 같지 않습니다: {reason}.</translation>
    </message>
    <message>
        <source>The board does not answer ({waited}).</source>
        <translation>보드가 응답하지 않습니다 ({waited}).</translation>
    </message>
    <message>
        <source>The board reports: {sentence}.</source>
        <translation>보드의 알림: {sentence}.</translation>
    </message>
    <message>
        <source>The class &apos;{name}&apos; has no readable image.</source>
        <translation>클래스 &apos;{name}&apos;에 읽을 수 있는 사진이 없습니다.</translation>
    </message>
    <message>
        <source>The disk is full: {path} could not be written.</source>
        <translation>디스크가 가득 찼습니다. {path} 파일을 쓰지 못했습니다.</translation>
    </message>
    <message>
        <source>The list of images in {path} cannot be read.</source>
        <translation>{path}의 사진 목록을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The name {path} is too long for this system.</source>
        <translation>이름 {path}은(는) 이 시스템에서 너무 깁니다.</translation>
    </message>
    <message>
        <source>The images in {path} are not in class folders.</source>
        <translation>{path}의 사진이 클래스 폴더에 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>There is no board called {board}.</source>
        <translation>이름이 {board}인 보드가 없습니다.</translation>
    </message>
    <message>
        <source>There is no class &apos;{name}&apos; in the data.</source>
        <translation>데이터에 &apos;{name}&apos; 클래스가 없습니다.</translation>
    </message>
    <message>
        <source>There is no model file at {path}.</source>
        <translation>{path}에 모델 파일이 없습니다.</translation>
    </message>
    <message>
        <source>There is no serial port {port}.</source>
        <translation>시리얼 포트 {port}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>There is nothing at {path}.</source>
        <translation>{path}에 아무것도 없습니다.</translation>
    </message>
    <message>
        <source>Unpack it yourself with the password, and choose the folder.</source>
        <translation>암호로 직접 압축을 풀고 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>{advice}</source>
        <translation>{advice}</translation>
    </message>
    <message>
        <source>{command}</source>
        <translation>{command}</translation>
    </message>
    <message>
        <source>{name} does not fit into the flash: it needs {needed}, and there is room for {available}.</source>
        <translation>{name}이(가) 플래시에 들어가지 않습니다. 필요: {needed}, 남은 공간: {available}.</translation>
    </message>
    <message>
        <source>{path} cannot be read as the record of a run.</source>
        <translation>{path}을(를) 실행 기록으로 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>{path} cannot be used as the name of a file or folder ({reason}).</source>
        <translation>{path}은(는) 파일이나 폴더의 이름으로 쓸 수 없습니다({reason}).</translation>
    </message>
    <message>
        <source>{path} is not a firmware bundle ({reason}).</source>
        <translation>{path} 파일은 펌웨어 번들이 아닙니다 ({reason}).</translation>
    </message>
    <message>
        <source>&apos;squeeze data&apos; lists the classes. To name an image, use its path in the data, with &apos;/&apos;.</source>
        <translation>&apos;squeeze data&apos;로 클래스 목록을 볼 수 있습니다. 사진은 데이터 안의 경로로 &apos;/&apos;를 써서 지정하세요.</translation>
    </message>
    <message>
        <source>&apos;{camera}&apos; is neither a board whose camera is known nor a pin of a camera.</source>
        <translation>&apos;{camera}&apos;은(는) 카메라가 알려진 보드도, 카메라 핀도 아닙니다.</translation>
    </message>
    <message>
        <source>&apos;{command} --help&apos; shows how to use it.</source>
        <translation>&apos;{command} --help&apos;로 사용법을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>A classifier needs at least two. Add a second subfolder with images of something else.</source>
        <translation>분류기에는 클래스가 둘 이상 필요합니다. 다른 것의 사진으로 하위 폴더를 하나 더 만드세요.</translation>
    </message>
    <message>
        <source>A field of the model image is not valid: {field} {reason}.</source>
        <translation>모델 이미지의 필드가 올바르지 않습니다: {field} {reason}.</translation>
    </message>
    <message>
        <source>A setting is not valid: {reason}.</source>
        <translation>설정이 올바르지 않습니다: {reason}.</translation>
    </message>
    <message>
        <source>A worker of the cluster has version {here} of this program, and {needed} is needed.</source>
        <translation>클러스터의 워커에 이 프로그램의 버전 {here}이(가) 있지만 {needed}이(가) 필요합니다.</translation>
    </message>
    <message>
        <source>Add images to its folder, or remove the class.</source>
        <translation>폴더에 사진을 더 넣거나 클래스를 지우세요.</translation>
    </message>
    <message>
        <source>An unexpected error occurred: {reason}.</source>
        <translation>예기치 않은 오류가 발생했습니다: {reason}.</translation>
    </message>
    <message>
        <source>Another process is working on {path}.</source>
        <translation>다른 프로세스가 {path}에서 작업하고 있습니다.</translation>
    </message>
    <message>
        <source>Another program is using {port}.</source>
        <translation>다른 프로그램이 {port} 포트를 쓰고 있습니다.</translation>
    </message>
    <message>
        <source>Another program may use this port. Choose another one, or 0 for any free port.</source>
        <translation>다른 프로그램이 이 포트를 쓰고 있을 수 있습니다. 다른 포트를 고르거나, 비어 있는 아무 포트나 쓰려면 0을 쓰세요.</translation>
    </message>
    <message>
        <source>Boards with mistakes are left out. Correct the file, or delete it and add the board again.</source>
        <translation>잘못된 보드는 제외됩니다. 파일을 고치거나, 삭제한 뒤 보드를 다시 추가하세요.</translation>
    </message>
    <message>
        <source>Check that it is flashed and that the port is right, press its reset button, then try again.</source>
        <translation>플래시된 보드인지, 포트가 맞는지 확인하고 리셋 버튼을 누른 다음 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Check that the camera&apos;s ribbon cable is fully in, then reset the board.</source>
        <translation>카메라의 리본 케이블이 끝까지 꽂혔는지 확인하고 보드를 리셋하세요.</translation>
    </message>
    <message>
        <source>Check the address, and start what offers the board there, such as &apos;squeeze virtual-board&apos;.</source>
        <translation>주소를 확인하고, 그 보드를 제공하는 프로그램(예: &apos;squeeze virtual-board&apos;)을 시작하세요.</translation>
    </message>
    <message>
        <source>Check the cable, connect the board and flash again. Its boot loader is in ROM and still works.</source>
        <translation>케이블을 확인하고 보드를 연결해 다시 플래시하세요. 부트로더는 ROM에 있어 그대로 작동합니다.</translation>
    </message>
    <message>
        <source>Check the images again. This creates a new list.</source>
        <translation>사진을 다시 검사하면 목록이 새로 만들어집니다.</translation>
    </message>
    <message>
        <source>Check the proxy in the system settings, or in http_proxy, https_proxy and no_proxy.</source>
        <translation>시스템 설정이나 http_proxy, https_proxy, no_proxy 변수의 프록시를 확인하세요.</translation>
    </message>
    <message>
        <source>Choose a backup of a board with the same flash size.</source>
        <translation>플래시 크기가 같은 보드의 백업을 고르세요.</translation>
    </message>
    <message>
        <source>Choose a file. To use what a pipe or a device sends, save it to a file first.</source>
        <translation>파일을 고르세요. 파이프나 장치가 보내는 것은 먼저 파일로 저장하세요.</translation>
    </message>
    <message>
        <source>Choose a folder that contains a run.json, or start a new run.</source>
        <translation>run.json이 있는 폴더를 고르거나 새 실행을 시작하세요.</translation>
    </message>
    <message>
        <source>Choose a shorter name, or a folder with a shorter path.</source>
        <translation>더 짧은 이름이나 경로가 더 짧은 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Choose an empty folder, or one that does not exist yet.</source>
        <translation>빈 폴더나 아직 없는 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Choose another name, or replace the file with --force.</source>
        <translation>다른 이름을 쓰거나 --force로 파일을 바꾸세요.</translation>
    </message>
    <message>
        <source>Choose float.keras or pruned.keras of the run.</source>
        <translation>실행의 float.keras나 pruned.keras를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose one of its classes: {known}.</source>
        <translation>모델의 클래스 중에서 선택하세요: {known}.</translation>
    </message>
    <message>
        <source>Choose smaller images or a narrower network, or a board with external memory (PSRAM).</source>
        <translation>더 작은 사진이나 더 좁은 신경망, 또는 외부 메모리(PSRAM)가 있는 보드를 고르세요.</translation>
    </message>
    <message>
        <source>Choose the board that is connected, then flash the model again.</source>
        <translation>연결된 보드를 고른 다음 모델을 다시 플래시하세요.</translation>
    </message>
    <message>
        <source>Choose the flash file of this board, or one that does not exist yet.</source>
        <translation>이 보드의 플래시 파일이나 아직 없는 파일을 고르세요.</translation>
    </message>
    <message>
        <source>Choose the images that the model was trained on, or others with the same class folders.</source>
        <translation>모델을 학습할 때 쓴 사진이나, 클래스 폴더가 같은 다른 사진을 고르세요.</translation>
    </message>
    <message>
        <source>Choose the type of your board (--board: {known}).</source>
        <translation>보드 종류를 선택하세요(--board: {known}).</translation>
    </message>
    <message>
        <source>Choose the zip file of a bundle that this program built.</source>
        <translation>이 프로그램이 만든 번들의 zip 파일을 고르세요.</translation>
    </message>
    <message>
        <source>Choose their network (--network), with width 1, the published ratios and no bypass.</source>
        <translation>가중치에 맞는 신경망을 고르세요(--network). 너비는 1, 비율은 공개된 값, 바이패스는 없어야 합니다.</translation>
    </message>
    <message>
        <source>Choose torchvision&apos;s .pth file, or one saved with torch.save(model.state_dict(), file).</source>
        <translation>torchvision의 .pth 파일이나 torch.save(model.state_dict(), file)로 저장한 파일을 고르세요.</translation>
    </message>
    <message>
        <source>Connect again, so that the program learns which model is on the board.</source>
        <translation>다시 연결하면 프로그램이 보드에 있는 모델을 확인합니다.</translation>
    </message>
    <message>
        <source>Connect the board with a data cable, then choose its port from the list again.</source>
        <translation>데이터 케이블로 보드를 연결한 다음 목록에서 포트를 다시 고르세요.</translation>
    </message>
    <message>
        <source>Correct it, or put the images into one subfolder per class.</source>
        <translation>파일을 고치거나, 이미지를 클래스별 하위 폴더에 넣으세요.</translation>
    </message>
    <message>
        <source>Create it again from the run, then flash the board.</source>
        <translation>실행에서 다시 만든 다음 보드를 플래시하세요.</translation>
    </message>
    <message>
        <source>Create one subfolder per class, named after the class, and move its images into it.</source>
        <translation>클래스마다 그 이름으로 하위 폴더를 만들고, 해당 사진을 그 안으로 옮기세요.</translation>
    </message>
    <message>
        <source>Create the model again from the run.</source>
        <translation>실행에서 모델을 다시 만드세요.</translation>
    </message>
    <message>
        <source>Disconnect the board, connect it again and retry. The technical detail shows esptool&apos;s message.</source>
        <translation>보드를 뺐다가 다시 연결하고 다시 시도하세요. 기술 정보에 esptool의 메시지가 있습니다.</translation>
    </message>
    <message>
        <source>Docker could not start the image {image}.</source>
        <translation>Docker가 이미지 {image}을(를) 시작하지 못했습니다.</translation>
    </message>
    <message>
        <source>Download or copy it again. If it is not an archive, choose a folder.</source>
        <translation>다시 내려받거나 복사하세요. 압축 파일이 아니라면 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Download the Python version of CIFAR-10 again, or use its images in class folders.</source>
        <translation>CIFAR-10의 Python 버전을 다시 내려받거나, 클래스 폴더에 담은 사진을 쓰세요.</translation>
    </message>
    <message>
        <source>Download them once, on the page Train or with &apos;squeeze weights fetch {network}&apos;.</source>
        <translation>학습 페이지에서 또는 &apos;squeeze weights fetch {network}&apos;로 한 번 내려받으세요.</translation>
    </message>
    <message>
        <source>Every worker that trained {name} was lost.</source>
        <translation>{name}을(를) 학습하던 모든 워커의 연결이 끊어졌습니다.</translation>
    </message>
    <message>
        <source>Explore into another folder, or with the same options: only the grid may differ.</source>
        <translation>다른 폴더를 사용하거나 같은 옵션을 사용하십시오. 그리드만 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Explore into another folder. The finished points are still in points/.</source>
        <translation>다른 폴더를 사용하십시오. 완료된 점은 points/에 그대로 있습니다.</translation>
    </message>
    <message>
        <source>Flash a model to the board.</source>
        <translation>보드에 모델을 플래시하세요.</translation>
    </message>
    <message>
        <source>Flash a model to the board. If this is a file, choose the run&apos;s model.img.</source>
        <translation>보드에 모델을 플래시하세요. 파일이라면 실행 폴더의 model.img를 고르세요.</translation>
    </message>
    <message>
        <source>Flash again. If this does not help, try another USB port or power supply.</source>
        <translation>다시 플래시하세요. 그래도 안 되면 다른 USB 포트나 전원을 써 보세요.</translation>
    </message>
    <message>
        <source>Flash the model again, at a lower speed or with another cable.</source>
        <translation>더 느린 속도나 다른 케이블로 모델을 다시 플래시하세요.</translation>
    </message>
    <message>
        <source>Flash the model again.</source>
        <translation>모델을 다시 플래시하세요.</translation>
    </message>
    <message>
        <source>Flash the model again. If this does not help, the board&apos;s flash is too small for it.</source>
        <translation>모델을 다시 플래시하세요. 그래도 안 되면 보드의 플래시가 너무 작은 것입니다.</translation>
    </message>
    <message>
        <source>Free some space and try again. A run resumes after its last finished epoch.</source>
        <translation>공간을 확보하고 다시 시도하세요. 실행은 마지막으로 끝난 에포크 다음부터 이어집니다.</translation>
    </message>
    <message>
        <source>GPIO {pin} cannot be the {part} of {board}: it is {use}.</source>
        <translation>GPIO {pin}은(는) {board}의 {part}이(가) 될 수 없습니다. {use}입니다.</translation>
    </message>
    <message>
        <source>GPIO {pin} is {use} of {board}.</source>
        <translation>{board}의 GPIO {pin}: {use}.</translation>
    </message>
    <message>
        <source>GPIO {pin} of {board} would be two things: {other} and {part}.</source>
        <translation>{board}의 GPIO {pin}이(가) 두 곳에 쓰입니다: {other}, {part}.</translation>
    </message>
    <message>
        <source>Give every split the same class folders, and put each image into one split only.</source>
        <translation>모든 분할에 같은 클래스 폴더를 두고, 사진은 한 분할에만 넣으세요.</translation>
    </message>
    <message>
        <source>Give the workers more memory, or leave this point out.</source>
        <translation>워커에 메모리를 더 할당하거나 이 점을 제외하십시오.</translation>
    </message>
    <message>
        <source>Go online and try again, or download {address} on another computer and choose the file here.</source>
        <translation>인터넷에 연결하고 다시 시도하거나, 다른 컴퓨터에서 {address} 파일을 내려받아 여기에서 고르세요.</translation>
    </message>
    <message>
        <source>Hold BOOT while you connect it. On an ESP32-CAM, connect IO0 to GND instead.</source>
        <translation>BOOT를 누른 채 연결하세요. ESP32-CAM에서는 대신 IO0을 GND에 연결하세요.</translation>
    </message>
    <message>
        <source>If you moved it, resume it there (--resume): finished epochs are kept. If not, start a new run.</source>
        <translation>옮겼다면 그곳에서 이어서 하세요(--resume). 끝난 에포크는 보관되어 있습니다. 아니면 새 실행을 시작하세요.</translation>
    </message>
    <message>
        <source>In the source checkout, run &apos;python3 dev.py npm&apos; once. Packages for installation come with it.</source>
        <translation>소스 폴더에서 &apos;python3 dev.py npm&apos;을 한 번 실행하세요. 설치 패키지에는 들어 있습니다.</translation>
    </message>
    <message>
        <source>Run pip install &apos;squeeze-studio[explore]&apos; to install them.</source>
        <translation>설치하십시오: pip install &apos;squeeze-studio[explore]&apos;</translation>
    </message>
    <message>
        <source>Install version {needed} on all workers.</source>
        <translation>모든 워커에 버전 {needed}을(를) 설치하십시오.</translation>
    </message>
    <message>
        <source>It may be truncated or in another format. Copy or convert it again.</source>
        <translation>파일이 잘렸거나 다른 형식일 수 있습니다. 다시 복사하거나 변환하세요.</translation>
    </message>
    <message>
        <source>It was deleted. Please report this with the log in the run folder.</source>
        <translation>이 모델은 지웠습니다. 실행 폴더의 로그와 함께 알려 주세요.</translation>
    </message>
    <message>
        <source>It was not changed. Move it away, or choose another file name.</source>
        <translation>바꾸지 않았습니다. 다른 곳으로 옮기거나 다른 파일 이름을 고르세요.</translation>
    </message>
    <message>
        <source>It was not changed. Move it away, or choose another folder.</source>
        <translation>바꾸지 않았습니다. 다른 곳으로 옮기거나 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>It was not used. Download it again. A login page of the network may have replaced it.</source>
        <translation>이 파일은 쓰지 않았습니다. 다시 내려받으세요. 네트워크의 로그인 페이지가 대신 왔을 수 있습니다.</translation>
    </message>
    <message>
        <source>It was not used. Download, copy or build it again.</source>
        <translation>이 번들은 쓰지 않았습니다. 다시 내려받거나 복사하거나 만드세요.</translation>
    </message>
    <message>
        <source>Its first use downloads several gigabytes: check the network and the space on the disk.</source>
        <translation>처음 사용할 때 몇 기가바이트를 내려받습니다. 네트워크와 디스크 공간을 확인하세요.</translation>
    </message>
    <message>
        <source>Keep it open, or redirect it: &apos;{command} &gt; result.txt&apos; or &apos;{command} &gt; /dev/null&apos;.</source>
        <translation>열어 두거나 다른 곳으로 보내세요: &apos;{command} &gt; result.txt&apos; 또는 &apos;{command} &gt; /dev/null&apos;.</translation>
    </message>
    <message>
        <source>Keep the current one.</source>
        <translation>지금 속도를 그대로 쓰세요.</translation>
    </message>
    <message>
        <source>LiteRT cannot prepare it</source>
        <translation>LiteRT에서 준비할 수 없습니다</translation>
    </message>
    <message>
        <source>Lower the learning rate, then resume. The epochs before this one are kept.</source>
        <translation>학습률을 낮추고 이어서 하세요. 이전 에포크는 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Name the board with --board: {known}.</source>
        <translation>--board로 보드를 지정하세요: {known}.</translation>
    </message>
    <message>
        <source>No firmware for {variant} boards has been released yet.</source>
        <translation>{variant} 보드용 펌웨어는 아직 배포되지 않았습니다.</translation>
    </message>
    <message>
        <source>No images were given.</source>
        <translation>지정한 사진이 없습니다.</translation>
    </message>
    <message>
        <source>No worker is connected to the scheduler at {address}.</source>
        <translation>{address}의 스케줄러에 연결된 워커가 없습니다.</translation>
    </message>
    <message>
        <source>Nothing in it was executed. Choose float.keras or pruned.keras of a run, or an int8 .tflite file.</source>
        <translation>파일의 내용은 실행하지 않았습니다. 실행 폴더의 float.keras나 pruned.keras, 또는 int8 .tflite 파일을 고르세요.</translation>
    </message>
    <message>
        <source>Nothing in its folder was changed. Restore the file from a copy, or start a new run elsewhere.</source>
        <translation>폴더 안에서 바뀐 것은 없습니다. 사본에서 파일을 되돌리거나 다른 폴더에서 새 실행을 시작하세요.</translation>
    </message>
    <message>
        <source>Nothing was executed. Use a file from a source that you trust, saved as a state_dict.</source>
        <translation>아무것도 실행하지 않았습니다. 믿을 수 있는 곳에서 state_dict로 저장된 파일을 쓰세요.</translation>
    </message>
    <message>
        <source>Nothing was kept of it. Check who started the cluster, and install this version on all workers.</source>
        <translation>아무것도 저장하지 않았습니다. 클러스터를 시작한 사람을 확인하고 모든 워커에 이 버전을 설치하십시오.</translation>
    </message>
    <message>
        <source>Nothing was kept. Check the internet connection and try again.</source>
        <translation>받은 것은 남기지 않았습니다. 인터넷 연결을 확인하고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Nothing was kept. If you trust the archive, unpack it yourself and choose the folder.</source>
        <translation>아무것도 보관하지 않았습니다. 믿을 수 있는 파일이면 직접 압축을 풀고 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Nothing was kept. Try again later. A login page or a filter of the network may be the cause.</source>
        <translation>받은 것은 남기지 않았습니다. 나중에 다시 시도하세요. 네트워크의 로그인 페이지나 필터가 원인일 수 있습니다.</translation>
    </message>
    <message>
        <source>Nothing was saved. A camera needs clock, sda, scl, d0 to d7, vsync, href and pixel_clock.</source>
        <translation>저장하지 않았습니다. 카메라에는 clock, sda, scl, d0~d7, vsync, href, pixel_clock이 필요합니다.</translation>
    </message>
    <message>
        <source>Nothing was saved. Compare it with the maker&apos;s document.</source>
        <translation>저장하지 않았습니다. 제조사 문서와 비교해 보세요.</translation>
    </message>
    <message>
        <source>Nothing was saved. Look up both pins in the maker&apos;s document.</source>
        <translation>저장하지 않았습니다. 제조사 문서에서 두 핀을 확인하세요.</translation>
    </message>
    <message>
        <source>Nothing was saved. Look up the pin in the maker&apos;s document.</source>
        <translation>저장하지 않았습니다. 제조사 문서에서 핀을 확인하세요.</translation>
    </message>
    <message>
        <source>Nothing was saved. Name one of {known}, or pins such as &apos;clock=15 sda=4 ...&apos;.</source>
        <translation>저장하지 않았습니다. {known} 중 하나나 &apos;clock=15 sda=4 ...&apos; 같은 핀을 적으세요.</translation>
    </message>
    <message>
        <source>Nothing was unpacked. If you trust the archive, unpack it yourself and choose the folder.</source>
        <translation>압축을 풀지 않았습니다. 믿을 수 있는 파일이면 직접 압축을 풀고 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Nothing was written. Choose a smaller network, or a board with more flash.</source>
        <translation>아무것도 기록하지 않았습니다. 더 작은 신경망이나 플래시가 더 큰 보드를 고르세요.</translation>
    </message>
    <message>
        <source>Nothing was written. Choose another pin for this action: {free}.</source>
        <translation>아무것도 기록하지 않았습니다. 이 동작에 다른 핀을 선택하세요: {free}.</translation>
    </message>
    <message>
        <source>Nothing was written. Choose the connected board (--board: {known}).</source>
        <translation>아무것도 기록하지 않았습니다. 연결된 보드를 고르세요(--board: {known}).</translation>
    </message>
    <message>
        <source>Nothing was written. Choose the connected board, or connect the chosen one.</source>
        <translation>아무것도 기록하지 않았습니다. 연결된 보드를 고르거나, 고른 보드를 연결하세요.</translation>
    </message>
    <message>
        <source>Nothing was written. Use another board.</source>
        <translation>아무것도 기록하지 않았습니다. 다른 보드를 쓰세요.</translation>
    </message>
    <message>
        <source>Often, this runtime lacks an operator of the model. The technical detail shows more.</source>
        <translation>이 런타임에 모델의 연산이 없는 경우가 많습니다. 자세한 내용은 기술 정보를 보세요.</translation>
    </message>
    <message>
        <source>Open it in an image viewer. If that fails too, replace it.</source>
        <translation>사진 보기 프로그램으로 열어 보세요. 그래도 안 되면 다른 사진으로 바꾸세요.</translation>
    </message>
    <message>
        <source>Put the images into the folder with this file, or into the same archive.</source>
        <translation>이 파일이 있는 폴더나 같은 압축 파일에 이미지를 넣으세요.</translation>
    </message>
    <message>
        <source>Reduce the memory for images, the batch size or the image size, or close other programs.</source>
        <translation>사진용 메모리, 배치 크기 또는 사진 크기를 줄이거나 다른 프로그램을 닫으세요.</translation>
    </message>
    <message>
        <source>Remove or replace them, or let the run leave them out.</source>
        <translation>지우거나 바꾸거나, 실행에서 제외하세요.</translation>
    </message>
    <message>
        <source>Reset the board and try again.</source>
        <translation>보드를 리셋하고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Restore them, or restart the run from the beginning with the present ones (--from train).</source>
        <translation>원래대로 되돌리거나, 지금 있는 사진으로 실행을 처음부터 다시 시작하세요(--from train).</translation>
    </message>
    <message>
        <source>Resume it with its own settings (--resume), restart a stage (--from), or choose another folder.</source>
        <translation>원래 설정으로 이어서 하거나(--resume), 단계를 다시 시작하거나(--from), 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Run &apos;sudo usermod -a -G docker $USER&apos; in a terminal, then log out and in again.</source>
        <translation>터미널에서 &apos;sudo usermod -a -G docker $USER&apos;를 실행한 뒤 로그아웃했다가 다시 로그인하세요.</translation>
    </message>
    <message>
        <source>Run this stage again (--from {stage}).</source>
        <translation>이 단계를 다시 실행하세요(--from {stage}).</translation>
    </message>
    <message>
        <source>Send images from the computer instead.</source>
        <translation>대신 컴퓨터에서 사진을 보내세요.</translation>
    </message>
    <message>
        <source>Start Docker (Docker Desktop, or &apos;sudo systemctl start docker&apos;), then try again.</source>
        <translation>Docker를 시작한 뒤(Docker Desktop 또는 &apos;sudo systemctl start docker&apos;) 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Start a new run in another folder. Nothing in this one was changed.</source>
        <translation>다른 폴더에서 새 실행을 시작하세요. 이 폴더에서 바뀐 것은 없습니다.</translation>
    </message>
    <message>
        <source>Start it again and repeat the command. Finished points are kept.</source>
        <translation>다시 시작하고 명령을 반복하십시오. 완료된 점은 유지됩니다.</translation>
    </message>
    <message>
        <source>Start it with &apos;dask scheduler&apos;, and check the address and the certificates.</source>
        <translation>&apos;dask scheduler&apos;로 시작하고 주소와 인증서를 확인하십시오.</translation>
    </message>
    <message>
        <source>Start workers with &apos;dask worker {address}&apos; where this program is installed.</source>
        <translation>이 프로그램이 설치된 컴퓨터에서 &apos;dask worker {address}&apos;로 워커를 시작하십시오.</translation>
    </message>
    <message>
        <source>TensorFlow Lite Micro cannot prepare it</source>
        <translation>TensorFlow Lite Micro에서 준비할 수 없습니다</translation>
    </message>
    <message>
        <source>The ImageNet weights of {network} are not on this computer.</source>
        <translation>{network}의 ImageNet 가중치가 이 컴퓨터에 없습니다.</translation>
    </message>
    <message>
        <source>The board has another model.</source>
        <translation>보드에 다른 모델이 있습니다.</translation>
    </message>
    <message>
        <source>The board on {port} cannot be flashed: a security feature is permanently on ({feature}).</source>
        <translation>{port} 포트의 보드는 플래시할 수 없습니다. 보안 기능이 영구적으로 켜져 있습니다 ({feature}).</translation>
    </message>
    <message>
        <source>The board on {port} cannot be identified. Its chip is {chip}.</source>
        <translation>{port} 포트의 보드가 무엇인지 알 수 없습니다. 칩은 {chip}입니다.</translation>
    </message>
    <message>
        <source>The board on {port} has no camera, and no images were given.</source>
        <translation>{port} 포트의 보드에 카메라가 없고, 지정한 사진도 없습니다.</translation>
    </message>
    <message>
        <source>The board on {port} sends nothing.</source>
        <translation>{port} 포트의 보드가 아무것도 보내지 않습니다.</translation>
    </message>
    <message>
        <source>The board on {port} started its program instead of its boot loader.</source>
        <translation>{port} 포트의 보드가 부트로더 대신 프로그램을 시작했습니다.</translation>
    </message>
    <message>
        <source>The board&apos;s answers cannot be read ({reason}).</source>
        <translation>보드의 응답을 읽을 수 없습니다 ({reason}).</translation>
    </message>
    <message>
        <source>The board&apos;s flash does not contain what was written ({name}).</source>
        <translation>보드 플래시의 내용이 기록한 것과 다릅니다 ({name}).</translation>
    </message>
    <message>
        <source>The chip of the board on {port} is {found}, not {expected}.</source>
        <translation>{port} 포트의 보드 칩은 {expected}이(가) 아니라 {found}입니다.</translation>
    </message>
    <message>
        <source>The class &apos;{name}&apos; has {count} readable images, but needs {needed}.</source>
        <translation>클래스 &apos;{name}&apos;에 읽을 수 있는 사진이 {count}장 있지만 {needed}장이 필요합니다.</translation>
    </message>
    <message>
        <source>The class name {name} has a line break or another character that cannot be shown.</source>
        <translation>클래스 이름 {name}에 줄바꿈이나 표시할 수 없는 다른 문자가 들어 있습니다.</translation>
    </message>
    <message>
        <source>The classes differ: {path} has {found}, the images have {needed}.</source>
        <translation>클래스가 서로 다릅니다. {path}: {found}. 사진: {needed}.</translation>
    </message>
    <message>
        <source>The command is not valid: {reason}.</source>
        <translation>올바르지 않은 명령입니다: {reason}.</translation>
    </message>
    <message>
        <source>The connection on {port} was lost.</source>
        <translation>{port} 포트의 연결이 끊겼습니다.</translation>
    </message>
    <message>
        <source>The connection to the board was lost.</source>
        <translation>보드와의 연결이 끊겼습니다.</translation>
    </message>
    <message>
        <source>The connection to the cluster was lost.</source>
        <translation>클러스터와의 연결이 끊어졌습니다.</translation>
    </message>
    <message>
        <source>The data from the board on {port} was damaged, even at the lowest speed.</source>
        <translation>{port} 포트의 보드에서 온 데이터가 가장 느린 속도에서도 손상되었습니다.</translation>
    </message>
    <message>
        <source>The description of the camera has no pins for {missing}.</source>
        <translation>카메라 설명에 다음 핀이 없습니다: {missing}.</translation>
    </message>
    <message>
        <source>The download of {address} ended too early, after {received} bytes.</source>
        <translation>{address} 내려받기가 {received}바이트에서 끊겼습니다.</translation>
    </message>
    <message>
        <source>The file at {address} is larger than {most} bytes, so it is not the right one.</source>
        <translation>{address}의 파일이 {most}바이트보다 커서 올바른 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>The file with your own boards cannot be understood: {path} ({reason}).</source>
        <translation>직접 추가한 보드 파일을 이해할 수 없습니다: {path} ({reason}).</translation>
    </message>
    <message>
        <source>The firmware bundle {path} is damaged: the hash of {name} does not match.</source>
        <translation>펌웨어 번들 {path} 파일이 손상되었습니다. {name}의 해시가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The firmware in {path} is for {found} boards, not for {variant}.</source>
        <translation>{path}의 펌웨어는 {variant}용이 아니라 {found} 보드용입니다.</translation>
    </message>
    <message>
        <source>The firmware in {path} uses link protocol version {found}. This program uses {known}.</source>
        <translation>{path}의 펌웨어는 통신 프로토콜 버전 {found}, 이 프로그램은 {known}을(를) 씁니다.</translation>
    </message>
    <message>
        <source>The firmware uses link protocol version {found}. This program uses {known}.</source>
        <translation>펌웨어의 통신 프로토콜 버전은 {found}, 이 프로그램은 {known}입니다.</translation>
    </message>
    <message>
        <source>The flasher stub did not start on the board on {port}.</source>
        <translation>{port} 포트의 보드에서 플래셔 스텁이 시작되지 않았습니다.</translation>
    </message>
    <message>
        <source>The log shows the build&apos;s last lines. Check that the firmware supports your version of ESP-IDF.</source>
        <translation>로그에 빌드의 마지막 줄이 있습니다. 펌웨어가 쓰고 있는 ESP-IDF 버전을 지원하는지 확인하세요.</translation>
    </message>
    <message>
        <source>The model has no class called {class_name}.</source>
        <translation>모델에 {class_name} 클래스가 없습니다.</translation>
    </message>
    <message>
        <source>The model image has format {found}. This program and its firmware read {known}.</source>
        <translation>모델 이미지의 형식은 {found}입니다. 이 프로그램과 펌웨어가 읽는 형식: {known}.</translation>
    </message>
    <message>
        <source>The model image is damaged: its hash does not match.</source>
        <translation>모델 이미지가 손상되었습니다. 해시가 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The model image is truncated, or its length is not valid.</source>
        <translation>모델 이미지가 잘렸거나 길이가 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>The name {path} is not valid text (UTF-8).</source>
        <translation>이름 {path}은(는) 올바른 텍스트(UTF-8)가 아닙니다.</translation>
    </message>
    <message>
        <source>The images in {path} have changed since this run used them: {difference}.</source>
        <translation>이 실행에 쓴 뒤로 {path}의 사진이 바뀌었습니다: {difference}.</translation>
    </message>
    <message>
        <source>Build it with ESP-IDF, Docker or eim (--firmware build), or use the virtual board.</source>
        <translation>ESP-IDF, Docker 또는 eim으로 만들거나(--firmware build) 가상 보드를 쓰세요.</translation>
    </message>
    <message>
        <source>Choose another board (--board: {known}), or describe this one again under the same name.</source>
        <translation>다른 보드를 선택하거나(--board: {known}), 같은 이름으로 이 보드를 다시 설명하세요.</translation>
    </message>
    <message>
        <source>Choose another board, or leave out --fast.</source>
        <translation>다른 보드를 선택하거나 --fast를 빼세요.</translation>
    </message>
    <message>
        <source>Choose another file, or restore this one from a copy.</source>
        <translation>다른 파일을 선택하거나, 복사본에서 이 파일을 복원하세요.</translation>
    </message>
    <message>
        <source>Convert it with full integer quantization first.</source>
        <translation>먼저 전체 정수 양자화로 변환하세요.</translation>
    </message>
    <message>
        <source>Docker is installed on this computer, but not running.</source>
        <translation>이 컴퓨터에 Docker가 설치되어 있지만 실행되고 있지 않습니다.</translation>
    </message>
    <message>
        <source>Espressif&apos;s installer (eim) could not install ESP-IDF.</source>
        <translation>Espressif 설치 프로그램(eim)이 ESP-IDF를 설치하지 못했습니다.</translation>
    </message>
    <message>
        <source>Import a firmware bundle (--firmware FILE), or build one here (--firmware build) with ESP-IDF, Docker or Espressif&apos;s installer eim (https://dl.espressif.com/dl/eim).</source>
        <translation>펌웨어 번들을 가져오거나(--firmware 파일), ESP-IDF, Docker 또는 Espressif 설치 프로그램 eim(https://dl.espressif.com/dl/eim)으로 여기에서 만드세요(--firmware build).</translation>
    </message>
    <message>
        <source>Install Espressif&apos;s installer (https://dl.espressif.com/dl/eim) or Docker, or set IDF_PATH. Or import a firmware bundle that was built elsewhere.</source>
        <translation>Espressif 설치 프로그램(https://dl.espressif.com/dl/eim)이나 Docker를 설치하거나 IDF_PATH를 설정하세요. 다른 곳에서 만든 펌웨어 번들을 가져와도 됩니다.</translation>
    </message>
    <message>
        <source>Install one of these with Espressif&apos;s installer (https://dl.espressif.com/dl/eim), install Docker, or set IDF_PATH to another ESP-IDF.</source>
        <translation>Espressif의 설치 프로그램(https://dl.espressif.com/dl/eim)으로 맞는 버전을 설치하거나, Docker를 설치하거나, IDF_PATH를 다른 ESP-IDF로 지정하십시오.</translation>
    </message>
    <message>
        <source>No network of this kind and size is fast on {board}, which means under {limit} ms per image.</source>
        <translation>이 종류와 크기의 네트워크 중 {board}에서 빠른 것(이미지당 {limit} ms 미만)이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing was changed. Boards that can be removed: {known}.</source>
        <translation>아무것도 바뀌지 않았습니다. 제거할 수 있는 보드: {known}.</translation>
    </message>
    <message>
        <source>Run pip install &apos;squeeze-studio[tensorboard]&apos; to install it.</source>
        <translation>pip install &apos;squeeze-studio[tensorboard]&apos;를 실행해 설치하십시오.</translation>
    </message>
    <message>
        <source>TensorBoard is not installed.</source>
        <translation>TensorBoard가 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>TensorFlow Lite Micro gives other outputs for the coded file than for the original</source>
        <translation>TensorFlow Lite Micro의 출력이 부호화된 파일과 원본에서 서로 다릅니다</translation>
    </message>
    <message>
        <source>TensorFlow Lite Micro runs the original, but not the coded file</source>
        <translation>TensorFlow Lite Micro가 원본은 실행하지만 부호화된 파일은 실행하지 못합니다</translation>
    </message>
    <message>
        <source>The firmware needs ESP-IDF 5.4 to 6; {folder} has version {version}.</source>
        <translation>펌웨어에는 ESP-IDF 5.4에서 6까지가 필요하지만 {folder}의 버전은 {version}입니다.</translation>
    </message>
    <message>
        <source>The packages for exploring are not installed.</source>
        <translation>탐색용 패키지가 설치되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The points in {path} were trained with other images, settings or epochs.</source>
        <translation>{path}의 점은 다른 이미지, 설정 또는 에포크로 학습되었습니다.</translation>
    </message>
    <message>
        <source>The result cannot be shown: standard output is closed.</source>
        <translation>결과를 표시할 수 없습니다. 표준 출력이 닫혀 있습니다.</translation>
    </message>
    <message>
        <source>The run was made for the board {board}, which is not in the list of boards any more.</source>
        <translation>이 실행은 {board} 보드용으로 만들어졌는데, 이 보드가 더 이상 보드 목록에 없습니다.</translation>
    </message>
    <message>
        <source>The splits in the data have different classes: &apos;{name}&apos; is missing from {split}.</source>
        <translation>데이터에 든 분할의 클래스가 서로 다릅니다: {split}에 &apos;{name}&apos; 클래스가 없습니다.</translation>
    </message>
    <message>
        <source>The technical details show why. Often it needs git, Python 3.10 or newer, or space on the disk.</source>
        <translation>기술 정보에 이유가 나옵니다. 흔히 git, Python 3.10 이상 또는 디스크 공간이 부족합니다.</translation>
    </message>
    <message>
        <source>The virtual board cannot listen at {address}.</source>
        <translation>{address}에서 가상 보드를 열 수 없습니다.</translation>
    </message>
    <message>
        <source>The virtual board is chosen, but only real boards are flashed with firmware.</source>
        <translation>가상 보드가 선택되어 있지만, 펌웨어는 실제 보드에만 플래시됩니다.</translation>
    </message>
    <message>
        <source>The virtual board is chosen, but the board on {port} is a real one.</source>
        <translation>가상 보드를 골랐는데 {port} 포트의 보드는 실제 보드입니다.</translation>
    </message>
    <message>
        <source>The web page flashes with {name}, which is not in this copy of the program.</source>
        <translation>웹 페이지는 {name}(으)로 플래시하는데, 이 프로그램에는 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The weights in {path} do not fit the network: {reason}.</source>
        <translation>{path}의 가중치가 신경망에 맞지 않습니다: {reason}.</translation>
    </message>
    <message>
        <source>The work ended unexpectedly ({reason}).</source>
        <translation>작업이 예기치 않게 끝났습니다 ({reason}).</translation>
    </message>
    <message>
        <source>There are no readable images in {path}.</source>
        <translation>{path}에 읽을 수 있는 사진이 없습니다.</translation>
    </message>
    <message>
        <source>There is no Dask scheduler at {address}, or it refused the connection.</source>
        <translation>{address}에 Dask 스케줄러가 없거나 연결을 거부했습니다.</translation>
    </message>
    <message>
        <source>There is no board at {port}.</source>
        <translation>{port}에 보드가 없습니다.</translation>
    </message>
    <message>
        <source>There is no board called {board} among your own.</source>
        <translation>내 보드 중에 {board}이라는 보드가 없습니다.</translation>
    </message>
    <message>
        <source>There is no firmware for {variant} boards on this computer.</source>
        <translation>이 컴퓨터에 {variant} 보드용 펌웨어가 없습니다.</translation>
    </message>
    <message>
        <source>There is no model image: the data does not begin with its signature.</source>
        <translation>모델 이미지가 없습니다. 데이터가 모델 이미지의 서명으로 시작하지 않습니다.</translation>
    </message>
    <message>
        <source>There is nothing on this computer to build firmware with: no ESP-IDF, Docker or eim.</source>
        <translation>이 컴퓨터에는 펌웨어를 만들 도구(ESP-IDF, Docker, eim)가 없습니다.</translation>
    </message>
    <message>
        <source>There is only one class in {path}: &apos;{name}&apos;.</source>
        <translation>{path}에 클래스가 하나뿐입니다: &apos;{name}&apos;.</translation>
    </message>
    <message>
        <source>There was not enough memory.</source>
        <translation>메모리가 부족합니다.</translation>
    </message>
    <message>
        <source>This board cannot be: {reason}.</source>
        <translation>이런 보드는 있을 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>Training diverged: in epoch {epoch}, the loss is not a number.</source>
        <translation>학습이 발산했습니다. 에포크 {epoch}에서 손실이 수가 아닙니다.</translation>
    </message>
    <message>
        <source>Try again later, or download it on another computer and choose the file here.</source>
        <translation>나중에 다시 시도하거나, 다른 컴퓨터에서 내려받아 그 파일을 여기에서 고르세요.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>다시 시도하세요.</translation>
    </message>
    <message>
        <source>Try again: a run resumes after its last finished epoch. The log shows the last lines.</source>
        <translation>다시 시도하세요. 실행은 마지막으로 끝난 에포크 다음부터 이어집니다. 로그에 마지막 줄이 있습니다.</translation>
    </message>
    <message>
        <source>Use --data with a folder or an archive, or --data scenes for the built-in sample scenes.</source>
        <translation>--data로 폴더나 압축 파일을 지정하거나, --data scenes로 내장 예제 풍경을 쓰세요.</translation>
    </message>
    <message>
        <source>Use --pictures with an image or a folder of images.</source>
        <translation>--pictures로 사진이나 사진 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>Use a bundle for this version of the program.</source>
        <translation>이 프로그램 버전용 번들을 쓰세요.</translation>
    </message>
    <message>
        <source>Use a data cable. If this does not help, hold BOOT, press EN (RST) once and try again.</source>
        <translation>데이터 케이블을 쓰세요. 그래도 안 되면 BOOT를 누른 채 EN(RST)을 한 번 누르고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Use a shorter cable without a hub, and disconnect other loads from the board&apos;s power supply.</source>
        <translation>허브 없이 더 짧은 케이블을 쓰고, 보드 전원에 연결된 다른 것을 빼세요.</translation>
    </message>
    <message>
        <source>Use a shorter cable without a hub, or a lower speed. If this does not help, flash the firmware.</source>
        <translation>허브 없이 더 짧은 케이블이나 더 느린 속도를 쓰세요. 그래도 안 되면 펌웨어를 플래시하세요.</translation>
    </message>
    <message>
        <source>Use it as it is, or compress the int8 model that it was made from.</source>
        <translation>그대로 쓰거나, 원래의 int8 모델을 압축하세요.</translation>
    </message>
    <message>
        <source>Use the ROM loader (--no-stub) and a lower speed, with nothing else connected to the board.</source>
        <translation>ROM 로더(--no-stub)와 더 느린 속도를 쓰고, 보드에 연결된 다른 것은 빼세요.</translation>
    </message>
    <message>
        <source>Wait until it ends, or stop it. Then try again.</source>
        <translation>끝나기를 기다리거나 중지한 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>What the cluster sent for {name} is not a run of this program.</source>
        <translation>클러스터가 {name}에 대해 보낸 것은 이 프로그램의 실행이 아닙니다.</translation>
    </message>
    <message>
        <source>What was finished is kept. Please report this with the technical detail.</source>
        <translation>끝난 것은 보관되어 있습니다. 기술 정보와 함께 알려 주세요.</translation>
    </message>
    <message>
        <source>You do not have permission to read {path}.</source>
        <translation>{path} 읽기 권한이 없습니다.</translation>
    </message>
    <message>
        <source>You do not have permission to write to {path}.</source>
        <translation>{path} 쓰기 권한이 없습니다.</translation>
    </message>
    <message>
        <source>Your account does not have permission to use Docker.</source>
        <translation>이 계정에는 Docker를 사용할 권한이 없습니다.</translation>
    </message>
    <message>
        <source>Your account does not have permission to use {port}.</source>
        <translation>내 계정에 {port} 사용 권한이 없습니다.</translation>
    </message>
    <message>
        <source>a class needs a name</source>
        <translation>클래스에는 이름이 필요합니다</translation>
    </message>
    <message>
        <source>a device</source>
        <translation>장치</translation>
    </message>
    <message>
        <source>a field of its model is not valid</source>
        <translation>모델의 필드가 올바르지 않습니다</translation>
    </message>
    <message>
        <source>a folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>a link or a device</source>
        <translation>링크 또는 장치</translation>
    </message>
    <message>
        <source>a list with a gap</source>
        <translation>빠진 부분이 있는 목록</translation>
    </message>
    <message>
        <source>a named pipe</source>
        <translation>명명된 파이프</translation>
    </message>
    <message>
        <source>a pin of the PSRAM</source>
        <translation>PSRAM 핀</translation>
    </message>
    <message>
        <source>a pin of the SD card</source>
        <translation>SD 카드 핀</translation>
    </message>
    <message>
        <source>a pin of the USB port</source>
        <translation>USB 포트 핀</translation>
    </message>
    <message>
        <source>a pin of the buttons</source>
        <translation>버튼 핀</translation>
    </message>
    <message>
        <source>a pin of the camera</source>
        <translation>카메라 핀</translation>
    </message>
    <message>
        <source>a pin of the clock chip</source>
        <translation>시계 칩의 핀</translation>
    </message>
    <message>
        <source>a pin of the display</source>
        <translation>디스플레이 핀</translation>
    </message>
    <message>
        <source>a pin of the flash chip</source>
        <translation>플래시 칩 핀</translation>
    </message>
    <message>
        <source>a pin of the microphone</source>
        <translation>마이크 핀</translation>
    </message>
    <message>
        <source>a pin of the motion sensor</source>
        <translation>동작 센서의 핀</translation>
    </message>
    <message>
        <source>a pin of the power supply</source>
        <translation>전원 장치의 핀</translation>
    </message>
    <message>
        <source>a pin of the serial port</source>
        <translation>직렬 포트 핀</translation>
    </message>
    <message>
        <source>a socket</source>
        <translation>소켓</translation>
    </message>
    <message>
        <source>a strapping pin</source>
        <translation>스트래핑 핀</translation>
    </message>
    <message>
        <source>an ESP32 has no USB port of its own</source>
        <translation>ESP32에는 자체 USB 포트가 없습니다</translation>
    </message>
    <message>
        <source>an input-only pin</source>
        <translation>입력 전용 핀</translation>
    </message>
    <message>
        <source>another chip</source>
        <translation>다른 칩</translation>
    </message>
    <message>
        <source>asking for the flash&apos;s size</source>
        <translation>플래시 크기 확인</translation>
    </message>
    <message>
        <source>asking the board what it runs</source>
        <translation>보드에서 실행 중인 것 확인</translation>
    </message>
    <message>
        <source>copying the board&apos;s flash</source>
        <translation>보드의 플래시 복사</translation>
    </message>
    <message>
        <source>decoded, it differs from byte {0} on</source>
        <translation>복호화하면 {0}번째 바이트부터 다름</translation>
    </message>
    <message>
        <source>decoded, it has {0} bytes instead of {1}</source>
        <translation>복호화하면 {1}바이트가 아니라 {0}바이트</translation>
    </message>
    <message>
        <source>ended by the system or another program</source>
        <translation>시스템 또는 다른 프로그램이 종료함</translation>
    </message>
    <message>
        <source>erasing the board&apos;s flash</source>
        <translation>보드의 플래시 지우기</translation>
    </message>
    <message>
        <source>failure {0}, which this program does not know</source>
        <translation>이 프로그램이 모르는 오류 {0}</translation>
    </message>
    <message>
        <source>flash encryption</source>
        <translation>플래시 암호화</translation>
    </message>
    <message>
        <source>it did not finish within {0} s</source>
        <translation>{0}초 안에 끝나지 않음</translation>
    </message>
    <message>
        <source>it does not know this request</source>
        <translation>이 요청을 알지 못합니다</translation>
    </message>
    <message>
        <source>it does not support this speed</source>
        <translation>이 속도를 지원하지 않습니다</translation>
    </message>
    <message>
        <source>it has no camera</source>
        <translation>카메라가 없습니다</translation>
    </message>
    <message>
        <source>it has no int8 weights</source>
        <translation>int8 가중치가 없습니다</translation>
    </message>
    <message>
        <source>it has no name</source>
        <translation>이름이 없습니다</translation>
    </message>
    <message>
        <source>it has {0} bytes, the flash {1}</source>
        <translation>파일은 {0}바이트, 플래시는 {1}바이트</translation>
    </message>
    <message>
        <source>it has {0} inputs and {1} outputs instead of one of each</source>
        <translation>입력 {0}개와 출력 {1}개(각각 하나여야 함)</translation>
    </message>
    <message>
        <source>it takes or gives what is no number</source>
        <translation>숫자가 아닌 값을 입력이나 출력으로 씁니다</translation>
    </message>
    <message>
        <source>it takes {0} values and gives {1}</source>
        <translation>입력 값 {0}개, 출력 값 {1}개</translation>
    </message>
    <message>
        <source>it uses another version of the link protocol</source>
        <translation>통신 프로토콜 버전이 다릅니다</translation>
    </message>
    <message>
        <source>its camera does not answer</source>
        <translation>카메라가 응답하지 않습니다</translation>
    </message>
    <message>
        <source>its flash has no model partition</source>
        <translation>플래시에 모델 파티션이 없습니다</translation>
    </message>
    <message>
        <source>its memory is too small for the model</source>
        <translation>메모리가 모델에 비해 너무 작습니다</translation>
    </message>
    <message>
        <source>its model is damaged</source>
        <translation>모델이 손상되었습니다</translation>
    </message>
    <message>
        <source>its model is not a readable .tflite file</source>
        <translation>모델이 읽을 수 있는 .tflite 파일이 아닙니다</translation>
    </message>
    <message>
        <source>its model is truncated</source>
        <translation>모델이 잘렸습니다</translation>
    </message>
    <message>
        <source>its model uses an operator that the firmware does not have</source>
        <translation>모델이 펌웨어에 없는 연산을 씁니다</translation>
    </message>
    <message>
        <source>its model was made for a board with another chip</source>
        <translation>모델이 다른 칩의 보드용입니다</translation>
    </message>
    <message>
        <source>its model was written by another version of this program</source>
        <translation>모델을 이 프로그램의 다른 버전이 기록했습니다</translation>
    </message>
    <message>
        <source>its tensors take more than {0} MB</source>
        <translation>텐서가 {0} MB를 넘음</translation>
    </message>
    <message>
        <source>less</source>
        <translation>더 적음</translation>
    </message>
    <message>
        <source>more</source>
        <translation>더 많음</translation>
    </message>
    <message>
        <source>not a pin</source>
        <translation>없는 핀</translation>
    </message>
    <message>
        <source>nothing is wrong</source>
        <translation>문제가 없습니다</translation>
    </message>
    <message>
        <source>reading what ESP-IDF built</source>
        <translation>ESP-IDF 빌드 결과 읽기</translation>
    </message>
    <message>
        <source>running the model failed</source>
        <translation>모델 실행에 실패했습니다</translation>
    </message>
    <message>
        <source>secure boot</source>
        <translation>Secure Boot</translation>
    </message>
    <message>
        <source>secure boot or flash encryption</source>
        <translation>Secure Boot 또는 플래시 암호화</translation>
    </message>
    <message>
        <source>secure download mode</source>
        <translation>Secure Download Mode</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>starting the board</source>
        <translation>보드 시작</translation>
    </message>
    <message>
        <source>the LED</source>
        <translation>LED 핀</translation>
    </message>
    <message>
        <source>the button</source>
        <translation>버튼 핀</translation>
    </message>
    <message>
        <source>the chosen one</source>
        <translation>고른 보드의 칩</translation>
    </message>
    <message>
        <source>the flash LED</source>
        <translation>플래시 LED 핀</translation>
    </message>
    <message>
        <source>the infrared LED</source>
        <translation>적외선 LED</translation>
    </message>
    <message>
        <source>the input or output of its model is not what its header says</source>
        <translation>모델의 입력이나 출력이 헤더와 다릅니다</translation>
    </message>
    <message>
        <source>the image does not have the size that its model needs</source>
        <translation>사진의 크기가 모델에 맞지 않습니다</translation>
    </message>
    <message>
        <source>its boards do not each follow a line [[boards]], so only you can change it</source>
        <translation>보드가 각각 [[boards]] 줄 아래에 있지 않아 직접만 고칠 수 있습니다</translation>
    </message>
    <message>
        <source>the image is incomplete</source>
        <translation>사진이 완전하지 않습니다</translation>
    </message>
    <message>
        <source>the process that ran it ended with code {0}</source>
        <translation>실행한 프로세스가 코드 {0}(으)로 끝남</translation>
    </message>
    <message>
        <source>the request cannot be read</source>
        <translation>요청을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>the two take or give codes that stand for other numbers</source>
        <translation>입력이나 출력에서 두 모델의 코드가 서로 다른 수를 나타냅니다</translation>
    </message>
    <message>
        <source>there is no model on it</source>
        <translation>보드에 모델이 없습니다</translation>
    </message>
    <message>
        <source>there is no such class</source>
        <translation>그런 클래스가 없습니다</translation>
    </message>
    <message>
        <source>this computer has no TensorFlow Lite Micro</source>
        <translation>이 컴퓨터에는 TensorFlow Lite Micro가 없습니다</translation>
    </message>
    <message>
        <source>this computer has no tflite-micro</source>
        <translation>이 컴퓨터에 tflite-micro가 없습니다</translation>
    </message>
    <message>
        <source>waited {0} seconds</source>
        <translation>{0}초 동안 기다림</translation>
    </message>
    <message>
        <source>{0} damaged frames</source>
        <translation>손상된 프레임 {0}개</translation>
    </message>
    <message>
        <source>{0} of {1} output codes differ</source>
        <translation>출력 코드 {1}개 중 {0}개가 다름</translation>
    </message>
    <message>
        <source>{address} cannot be reached through the proxy {proxy}.</source>
        <translation>프록시 {proxy}를 통해 {address}에 접속할 수 없습니다.</translation>
    </message>
    <message>
        <source>{address} could not be downloaded: {reason}.</source>
        <translation>{address} 파일을 내려받을 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>{count} images cannot be read. The first is {path}.</source>
        <translation>사진 {count}장을 읽을 수 없습니다. 첫 번째는 {path}입니다.</translation>
    </message>
    <message>
        <source>{host} cannot be reached. This computer seems to be offline.</source>
        <translation>{host}에 접속할 수 없습니다. 이 컴퓨터가 오프라인인 것 같습니다.</translation>
    </message>
    <message>
        <source>{path} already contains a run with other settings: {difference}.</source>
        <translation>{path}에 설정이 다른 실행이 이미 있습니다: {difference}.</translation>
    </message>
    <message>
        <source>{path} already exists and is not empty.</source>
        <translation>{path} 폴더가 이미 있고 비어 있지 않습니다.</translation>
    </message>
    <message>
        <source>{path} already exists.</source>
        <translation>{path}은(는) 이미 있습니다.</translation>
    </message>
    <message>
        <source>{path} cannot be run: {reason}.</source>
        <translation>{path} 파일을 실행할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>{path} contains an entry that is not safe to unpack: {entry} ({reason}).</source>
        <translation>{path}에 안전하게 풀 수 없는 항목이 있습니다: {entry} ({reason}).</translation>
    </message>
    <message>
        <source>{path} contains more than weights: reading it would call {name}.</source>
        <translation>{path}에 가중치가 아닌 것이 있습니다. 읽으면 {name}이(가) 호출됩니다.</translation>
    </message>
    <message>
        <source>{path} does not say which class each image has: {reason}.</source>
        <translation>{path}에는 이미지마다 클래스가 무엇인지 나와 있지 않습니다: {reason}.</translation>
    </message>
    <message>
        <source>{path} has format {found}, of another version of the program. This version reads {known}.</source>
        <translation>{path}의 형식은 다른 프로그램 버전의 {found}입니다. 이 버전이 읽는 형식: {known}.</translation>
    </message>
    <message>
        <source>{path} has no heat map: that takes a network with gradients, which an int8 file has not.</source>
        <translation>{path}에서는 히트맵을 만들 수 없습니다. 기울기가 있는 신경망이 필요한데 int8 파일에는 없습니다.</translation>
    </message>
    <message>
        <source>{path} has {found} bytes, but the flash chip has {size} bytes.</source>
        <translation>{path} 파일은 {found}바이트인데 플래시 칩은 {size}바이트입니다.</translation>
    </message>
    <message>
        <source>{path} is a link or a file, not an ordinary folder.</source>
        <translation>{path}은(는) 일반 폴더가 아니라 링크 또는 파일입니다.</translation>
    </message>
    <message>
        <source>{path} is a link, a folder or a device, not an ordinary file.</source>
        <translation>{path}은(는) 일반 파일이 아니라 링크, 폴더 또는 장치입니다.</translation>
    </message>
    <message>
        <source>{path} is already Huffman-coded.</source>
        <translation>{path} 파일은 이미 Huffman 부호화되어 있습니다.</translation>
    </message>
    <message>
        <source>{path} is damaged, or was changed after its stage wrote it.</source>
        <translation>{path} 파일이 손상되었거나, 단계에서 만든 뒤에 바뀌었습니다.</translation>
    </message>
    <message>
        <source>{path} is damaged.</source>
        <translation>{path}이(가) 손상되었습니다.</translation>
    </message>
    <message>
        <source>{path} is larger than {most} MB, so it cannot be what it is named as.</source>
        <translation>{path}은(는) {most} MB보다 크므로 이름이 나타내는 파일일 수 없습니다.</translation>
    </message>
    <message>
        <source>{path} is not a CIFAR-10 batch: {reason}.</source>
        <translation>{path} 파일은 CIFAR-10 배치가 아닙니다: {reason}.</translation>
    </message>
    <message>
        <source>{path} is not a backup for this board ({reason}).</source>
        <translation>{path} 파일은 이 보드용 백업이 아닙니다 ({reason}).</translation>
    </message>
    <message>
        <source>{path} is not a file of PyTorch weights.</source>
        <translation>{path} 파일은 PyTorch 가중치 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>{path} is not a model of this program: {reason}.</source>
        <translation>{path} 파일은 이 프로그램의 모델이 아닙니다: {reason}.</translation>
    </message>
    <message>
        <source>{path} is not a readable model file.</source>
        <translation>{path} 파일은 읽을 수 있는 모델 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>{path} is not a readable image.</source>
        <translation>{path} 파일은 읽을 수 있는 사진이 아닙니다.</translation>
    </message>
    <message>
        <source>{path} is not a readable zip or tar archive.</source>
        <translation>{path} 파일은 읽을 수 있는 zip이나 tar 압축 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>{path} is not a run folder.</source>
        <translation>{path} 폴더는 실행 폴더가 아닙니다.</translation>
    </message>
    <message>
        <source>{path} is not an int8 model: {reason}.</source>
        <translation>{path} 파일은 int8 모델이 아닙니다: {reason}.</translation>
    </message>
    <message>
        <source>{path} is not the published file: its SHA-256 begins with {found} instead of {expected}.</source>
        <translation>{path} 파일은 공개된 파일이 아닙니다. SHA-256이 {expected} 대신 {found}(으)로 시작합니다.</translation>
    </message>
    <message>
        <source>{path} lists {count} images, but none of them is there. The first is {name}.</source>
        <translation>{path}에 이미지 {count}개가 적혀 있지만 하나도 없습니다. 첫 번째는 {name}입니다.</translation>
    </message>
    <message>
        <source>{path} was deleted or moved while the program worked on it.</source>
        <translation>프로그램이 작업하는 동안 {path}이(가) 지워지거나 옮겨졌습니다.</translation>
    </message>
    <message>
        <source>{stage} cannot start: {needed} is not finished in this run.</source>
        <translation>{stage} 단계를 시작할 수 없습니다. 이 실행에서 {needed} 단계가 끝나지 않았습니다.</translation>
    </message>
    <message>
        <source>{path} is protected with a password.</source>
        <translation>{path} 파일은 암호로 보호되어 있습니다.</translation>
    </message>
    <message>
        <source>{path} is {found}, not a file.</source>
        <translation>{path} 경로는 파일이 아닙니다({found}).</translation>
    </message>
    <message>
        <source>{path} would unpack to more than {limit}.</source>
        <translation>{path} 파일은 압축을 풀면 {limit}보다 커집니다.</translation>
    </message>
</context>
<context>
    <name>ExploreDialog</name>
    <message>
        <source>Compare networks</source>
        <translation>네트워크 비교</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>simple</source>
        <translation>단순</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>이미지 크기</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Bypass</source>
        <translation>바이패스</translation>
    </message>
    <message>
        <source>Squeeze ratio</source>
        <translation>스퀴즈 비율</translation>
    </message>
    <message>
        <source>3x3 filter fraction</source>
        <translation>3x3 필터의 비율</translation>
    </message>
    <message>
        <source>The starting network has a squeeze ratio of {ratio} and a fraction of {share}: with others, all networks are trained from scratch.</source>
        <translation>시작 신경망의 스퀴즈 비율은 {ratio}, 3x3 비율은 {share}입니다. 다른 값이 있으면 모든 네트워크를 처음부터 학습합니다.</translation>
    </message>
    <message>
        <source>Epochs of each</source>
        <translation>각 네트워크의 에포크</translation>
    </message>
    <message>
        <source>Use this network</source>
        <translation>이 네트워크 사용</translation>
    </message>
    <message numerus="yes">
        <source>%Ln network(s)</source>
        <translation>
            <numerusform>네트워크 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Train and compare</source>
        <translation>학습하고 비교</translation>
    </message>
    <message>
        <source>Each network is a point. Click one to see what it needs and to use its settings.</source>
        <translation>점 하나가 네트워크 하나입니다. 점을 클릭하면 필요한 자원을 보고 그 설정을 사용할 수 있습니다.</translation>
    </message>
    <message>
        <source>{side} x {side}, width {width}, bypass {bypass}, squeeze ratio {ratio}, 3x3 fraction {share}: {accuracy} ({low_high}) on the test images, {size}, {memory} of memory, about {time} per image.</source>
        <translation>{side} x {side}, 너비 {width}, 바이패스 {bypass}, 스퀴즈 비율 {ratio}, 3x3 비율 {share}: 시험 사진에서 {accuracy} ({low_high}), {size}, 메모리 {memory}, 사진당 약 {time}.</translation>
    </message>
    <message>
        <source>Stopped. Finished networks are kept.</source>
        <translation>중지했습니다. 완료된 네트워크는 유지됩니다.</translation>
    </message>
</context>
<context>
    <name>Exploring</name>
    <message>
        <source>File size (KB)</source>
        <translation>파일 크기(KB)</translation>
    </message>
    <message>
        <source>Memory (KB)</source>
        <translation>메모리(KB)</translation>
    </message>
    <message>
        <source>Time per image (ms)</source>
        <translation>이미지당 시간(ms)</translation>
    </message>
    <message>
        <source>Accuracy of each network</source>
        <translation>각 네트워크의 정확도</translation>
    </message>
    <message>
        <source>Accuracy and cost</source>
        <translation>정확도와 비용</translation>
    </message>
</context>
<context>
    <name>Export</name>
    <message>
        <source>TensorFlow Lite files…</source>
        <translation>TensorFlow Lite 파일…</translation>
    </message>
    <message>
        <source>C source…</source>
        <translation>C 소스…</translation>
    </message>
    <message>
        <source>ESP-IDF project…</source>
        <translation>ESP-IDF 프로젝트…</translation>
    </message>
    <message>
        <source>Flash image for any flasher…</source>
        <translation>모든 플래시 도구용 플래시 이미지…</translation>
    </message>
    <message>
        <source>Web page that flashes the board…</source>
        <translation>보드를 플래시하는 웹 페이지…</translation>
    </message>
    <message>
        <source>Model card…</source>
        <translation>모델 카드…</translation>
    </message>
    <message>
        <source>Everything in one zip file…</source>
        <translation>모두 zip 파일 하나로…</translation>
    </message>
</context>
<context>
    <name>ExportMenu</name>
    <message>
        <source>Save and export</source>
        <translation>저장 및 내보내기</translation>
    </message>
    <message>
        <source>The report, the model files, C source, flash image, web page, model card, run folder.</source>
        <translation>보고서, 모델 파일, C 소스, 플래시 이미지, 웹 페이지, 모델 카드, 실행 폴더.</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>보고서 저장…</translation>
    </message>
    <message>
        <source>One page with all figures and charts of this run.</source>
        <translation>이 실행의 모든 수치와 차트가 담긴 한 페이지입니다.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>폴더 보기</translation>
    </message>
    <message>
        <source>Export as</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>보고서 저장</translation>
    </message>
</context>
<context>
    <name>Failure</name>
    <message>
        <source>Squeeze Studio could not start.</source>
        <translation>Squeeze Studio를 시작하지 못했습니다.</translation>
    </message>
    <message>
        <source>Log file: {path}</source>
        <translation>로그 파일: {path}</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>자세한 내용 복사</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>All images of class &apos;{class_name}&apos; have the same background ({files}). Add images from the place where the board will be used.</source>
        <translation>클래스 &apos;{class_name}&apos;의 사진은 배경이 모두 같습니다 ({files}). 보드를 쓸 곳에서 찍은 사진을 더하세요.</translation>
    </message>
    <message>
        <source>Class &apos;{class_name}&apos; has few images: {count}. {enough} or more are recommended.</source>
        <translation>클래스 &apos;{class_name}&apos;에 사진이 적습니다: {count}장. {enough}장 이상을 권장합니다.</translation>
    </message>
    <message>
        <source>Class &apos;{class_name}&apos; has no usable images.</source>
        <translation>클래스 &apos;{class_name}&apos;에 쓸 수 있는 사진이 없습니다.</translation>
    </message>
    <message>
        <source>Class &apos;{class_name}&apos; has too few different usable images: {count}. At least {least} are needed.</source>
        <translation>클래스 &apos;{class_name}&apos;에 쓸 수 있는 서로 다른 사진이 너무 적습니다: {count}장. {least}장 이상이 필요합니다.</translation>
    </message>
    <message>
        <source>Class &apos;{class_name}&apos; is little more than one burst ({files}). Add images from the place where the board will be used, at other times and from other angles.</source>
        <translation>클래스 &apos;{class_name}&apos;은(는) 거의 한 번에 연달아 찍은 사진입니다 ({files}). 보드를 쓸 곳에서 다른 시간, 다른 각도로 찍은 사진을 더하세요.</translation>
    </message>
    <message>
        <source>Class &apos;{class_name}&apos; is missing from your {part} split.</source>
        <translation>내 {part} 분할에 클래스 &apos;{class_name}&apos;이(가) 없습니다.</translation>
    </message>
    <message>
        <source>Class &apos;{class_name}&apos; is not used, but stays in the list ({files}).</source>
        <translation>클래스 &apos;{class_name}&apos;은(는) 사용하지 않지만 목록에는 남습니다 ({files}).</translation>
    </message>
    <message>
        <source>Class &apos;{largest}&apos; has {most} images, class &apos;{class_name}&apos; has only {count}. By default, training gives rare classes more weight.</source>
        <translation>클래스 &apos;{largest}&apos;에는 사진이 {most}장, &apos;{class_name}&apos;에는 {count}장뿐입니다. 기본적으로 학습에서 드문 클래스에 가중치를 더 줍니다.</translation>
    </message>
    <message>
        <source>Classes &apos;{class_name}&apos; and &apos;{partner}&apos; have similar names.</source>
        <translation>클래스 &apos;{class_name}&apos;, &apos;{partner}&apos;: 이름이 비슷합니다.</translation>
    </message>
    <message>
        <source>Fewer than two classes are used. A classifier needs at least two.</source>
        <translation>쓰는 클래스가 둘보다 적습니다. 분류기에는 둘 이상이 필요합니다.</translation>
    </message>
    <message>
        <source>The classes are those in {list} and other files.</source>
        <translation>클래스는 {list} 등의 파일에서 가져왔습니다.</translation>
    </message>
    <message>
        <source>The classes are those in {list}.</source>
        <translation>클래스는 {list}에서 가져왔습니다.</translation>
    </message>
    <message>
        <source>{files} excluded: copies of images in a later split.</source>
        <translation>{files} 제외함: 뒤 분할에 있는 사진의 복사본입니다.</translation>
    </message>
    <message>
        <source>{files} excluded: the same image is in &apos;{class_name}&apos; and in &apos;{partner}&apos;.</source>
        <translation>{files} 제외함: &apos;{class_name}&apos; 및 &apos;{partner}&apos;에 같은 사진이 있습니다.</translation>
    </message>
    <message>
        <source>{files} excluded: the same image is in several classes.</source>
        <translation>{files} 제외함: 여러 클래스에 같은 사진이 있습니다.</translation>
    </message>
    <message>
        <source>{files} not usable: damaged or incomplete.</source>
        <translation>{files} 쓸 수 없음: 손상되었거나 불완전합니다.</translation>
    </message>
    <message>
        <source>{files} not usable: less than 8 pixels wide or high.</source>
        <translation>{files} 쓸 수 없음: 너비나 높이가 8픽셀보다 작습니다.</translation>
    </message>
    <message>
        <source>{files} not usable: missing or a broken link.</source>
        <translation>{files} 쓸 수 없음: 없거나 끊어진 링크입니다.</translation>
    </message>
    <message>
        <source>{files} not usable: more than 80 million pixels.</source>
        <translation>{files} 쓸 수 없음: 픽셀이 8천만 개보다 많습니다.</translation>
    </message>
    <message>
        <source>{files} not usable: not a JPEG, PNG, BMP, GIF or WebP image.</source>
        <translation>{files} 쓸 수 없음: JPEG, PNG, BMP, GIF, WebP 사진이 아닙니다.</translation>
    </message>
    <message>
        <source>{files} smaller than {size} pixels: scaled up.</source>
        <translation>{size}픽셀보다 작은 {files}: 확대합니다.</translation>
    </message>
    <message>
        <source>{files} without exactly one class in the list: not used.</source>
        <translation>목록에 클래스가 정확히 하나가 아닌 {files}: 사용하지 않습니다.</translation>
    </message>
    <message>
        <source>{files}: exact copies of others, always in the same split.</source>
        <translation>{files}: 다른 사진과 똑같음. 항상 같은 분할에 둡니다.</translation>
    </message>
    <message>
        <source>{files}: near copies of images in a later split. The accuracy of that split is too high.</source>
        <translation>{files}: 뒤 분할에 있는 사진과 거의 같음. 그 분할의 정확도가 실제보다 높습니다.</translation>
    </message>
    <message>
        <source>{files}: near copies of others (bursts or resaved images), always in the same split.</source>
        <translation>{files}: 다른 사진과 거의 같음(연속 촬영 또는 다시 저장). 항상 같은 분할에 둡니다.</translation>
    </message>
    <message>
        <source>{files}: near copies of others (bursts or resaved images). This run may have them in different splits. A new run does not.</source>
        <translation>{files}: 다른 사진과 거의 같음(연속 촬영 또는 다시 저장). 이 실행은 여러 분할에 나누어 둘 수 있지만 새 실행은 그렇지 않습니다.</translation>
    </message>
    <message>
        <source>{more} other classes are little more than one burst each. Add images from the place where the board will be used, at other times and from other angles.</source>
        <translation>다른 클래스 {more}개도 저마다 거의 한 번에 연달아 찍은 사진입니다. 보드를 쓸 곳에서 다른 시간, 다른 각도로 찍은 사진을 더하세요.</translation>
    </message>
    <message>
        <source>{more} other classes have a single background each. Add images from the place where the board will be used.</source>
        <translation>다른 클래스 {more}개도 저마다 배경이 하나뿐입니다. 보드를 쓸 곳에서 찍은 사진을 더하세요.</translation>
    </message>
    <message>
        <source>{more} other classes have few images. {enough} or more per class are recommended.</source>
        <translation>다른 클래스 {more}개도 사진이 적습니다. 클래스마다 {enough}장 이상을 권장합니다.</translation>
    </message>
    <message>
        <source>{more} other classes have too few different usable images. At least {least} are needed: add images or exclude these classes.</source>
        <translation>다른 클래스 {more}개도 쓸 수 있는 서로 다른 사진이 너무 적습니다. {least}장 이상이 필요합니다. 사진을 더하거나 클래스를 제외하세요.</translation>
    </message>
    <message>
        <source>{files} outside the class folders: not used.</source>
        <translation>클래스 폴더 밖의 {files}: 쓰지 않습니다.</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>점검 결과</translation>
    </message>
    <message>
        <source>Merge</source>
        <translation>합치기</translation>
    </message>
    <message>
        <source>Use both as one class.</source>
        <translation>둘을 한 클래스로 씁니다.</translation>
    </message>
    <message>
        <source>More of the same kind: {count}</source>
        <translation>같은 종류 더 있음: {count}</translation>
    </message>
    <message>
        <source>Your changes</source>
        <translation>내가 바꾼 것</translation>
    </message>
    <message>
        <source>Your own folder does not change.</source>
        <translation>원래 폴더는 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>No problems with these images.</source>
        <translation>이 사진들에는 문제가 없습니다.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Do not use them. Nothing in your folder changes.</source>
        <translation>쓰지 않습니다. 폴더는 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Split again</source>
        <translation>다시 나누기</translation>
    </message>
    <message>
        <source>Split all images randomly instead of by your folders. Near copies stay together.</source>
        <translation>폴더대로가 아니라 모든 사진을 무작위로 나눕니다. 거의 같은 사진은 함께 둡니다.</translation>
    </message>
    <message>
        <source>Merge into &apos;{name}&apos;</source>
        <translation>&apos;{name}&apos;에 합치기</translation>
    </message>
    <message>
        <source>Merge with…</source>
        <translation>합칠 클래스…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>All images are split again.</source>
        <translation>모든 사진을 다시 나눕니다.</translation>
    </message>
    <message>
        <source>Excluded images: {count}</source>
        <translation>제외한 사진: {count}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is excluded.</source>
        <translation>&apos;{name}&apos; 클래스를 제외했습니다.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is used as &apos;{target}&apos;.</source>
        <translation>&apos;{name}&apos; 클래스를 &apos;{target}&apos; 클래스로 씁니다.</translation>
    </message>
</context>
<context>
    <name>FirmwareView</name>
    <message>
        <source>Firmware source</source>
        <translation>펌웨어 출처</translation>
    </message>
    <message>
        <source>Firmware is the program on the board that runs the model. It is stored on this computer for next time.</source>
        <translation>펌웨어는 보드에서 모델을 실행하는 프로그램입니다. 다음에 쓰도록 이 컴퓨터에 저장됩니다.</translation>
    </message>
    <message>
        <source>Bundle…</source>
        <translation>번들…</translation>
    </message>
    <message>
        <source>Use a firmware file from this program&apos;s release page.</source>
        <translation>이 프로그램의 배포 페이지에서 받은 펌웨어 파일을 씁니다.</translation>
    </message>
    <message>
        <source>Firmware {version}, included with the program</source>
        <translation>펌웨어 {version}, 프로그램에 포함됨</translation>
    </message>
    <message>
        <source>Firmware {version}, stored on this computer</source>
        <translation>펌웨어 {version}, 이 컴퓨터에 저장됨</translation>
    </message>
    <message>
        <source>Download the release</source>
        <translation>배포판 내려받기</translation>
    </message>
    <message>
        <source>Build with ESP-IDF</source>
        <translation>ESP-IDF로 만들기</translation>
    </message>
    <message>
        <source>Build with Docker</source>
        <translation>Docker로 만들기</translation>
    </message>
    <message>
        <source>Install ESP-IDF, then build</source>
        <translation>ESP-IDF를 설치하고 만들기</translation>
    </message>
    <message>
        <source>Downloads the firmware from {source}.</source>
        <translation>{source}에서 펌웨어를 내려받습니다.</translation>
    </message>
    <message>
        <source>Builds the firmware here, with the ESP-IDF in {source}.</source>
        <translation>{source}의 ESP-IDF로 여기에서 펌웨어를 만듭니다.</translation>
    </message>
    <message>
        <source>Builds the firmware here, in a container of the image {source}.</source>
        <translation>이미지 {source}의 컨테이너로 여기에서 펌웨어를 만듭니다.</translation>
    </message>
    <message>
        <source>Installs {source} with Espressif&apos;s installer (eim), then builds here.</source>
        <translation>Espressif 설치 프로그램(eim)으로 {source}을(를) 설치한 뒤 여기에서 만듭니다.</translation>
    </message>
    <message>
        <source>About {time}.</source>
        <translation>약 {time} 걸립니다.</translation>
    </message>
    <message>
        <source>The image takes {disk}.</source>
        <translation>이미지는 {disk}를 차지합니다.</translation>
    </message>
    <message>
        <source>Downloads a few MB at most.</source>
        <translation>많아야 몇 MB를 내려받습니다.</translation>
    </message>
    <message>
        <source>Downloads {download}.</source>
        <translation>{download}를 내려받습니다.</translation>
    </message>
    <message>
        <source>Downloads {download} once and takes {disk} on the disk.</source>
        <translation>한 번 {download}를 내려받으며, 디스크에서 {disk}를 차지합니다.</translation>
    </message>
    <message>
        <source>Firmware bundles ({patterns})</source>
        <translation>펌웨어 번들 ({patterns})</translation>
    </message>
    <message>
        <source>Firmware bundle</source>
        <translation>펌웨어 번들</translation>
    </message>
</context>
<context>
    <name>FitGauges</name>
    <message>
        <source>{needed} of {available}</source>
        <translation>{available} 중 {needed}</translation>
    </message>
    <message>
        <source>Estimated from the settings.</source>
        <translation>설정에서 추정한 값입니다.</translation>
    </message>
    <message>
        <source>Measured.</source>
        <translation>측정한 값입니다.</translation>
    </message>
</context>
<context>
    <name>FlashMap</name>
    <message>
        <source>Bootloader</source>
        <translation>부트로더</translation>
    </message>
    <message>
        <source>Partition table</source>
        <translation>파티션 표</translation>
    </message>
    <message>
        <source>Firmware</source>
        <translation>펌웨어</translation>
    </message>
    <message>
        <source>Your model</source>
        <translation>내 모델</translation>
    </message>
    <message>
        <source>Starts the firmware.</source>
        <translation>펌웨어를 시작합니다.</translation>
    </message>
    <message>
        <source>Lists what is where in the flash.</source>
        <translation>플래시의 어디에 무엇이 있는지 적은 표입니다.</translation>
    </message>
    <message>
        <source>Your network: pruned, quantized and Huffman-coded.</source>
        <translation>내 신경망: 가지치기, 양자화, Huffman 부호화를 마쳤습니다.</translation>
    </message>
    <message>
        <source>not needed</source>
        <translation>필요 없음</translation>
    </message>
    <message>
        <source>The virtual board does not need it.</source>
        <translation>가상 보드에는 필요 없습니다.</translation>
    </message>
    <message>
        <source>still missing</source>
        <translation>아직 없음</translation>
    </message>
    <message>
        <source>It is not on this computer yet.</source>
        <translation>아직 이 컴퓨터에 없습니다.</translation>
    </message>
    <message>
        <source>Flash layout of the board</source>
        <translation>보드의 플래시 구성</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>그대로 둠</translation>
    </message>
    <message>
        <source>The program that runs the model on the board.</source>
        <translation>보드에서 모델을 실행하는 프로그램입니다.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{total} 중 {done}</translation>
    </message>
    <message>
        <source>{total} ✓</source>
        <translation>{total} ✓</translation>
    </message>
</context>
<context>
    <name>FlashingView</name>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>You can stop or unplug the cable at any time: the board can always be flashed again.</source>
        <translation>언제든 멈추거나 케이블을 빼도 됩니다. 보드는 언제나 다시 플래시할 수 있습니다.</translation>
    </message>
    <message>
        <source>{done} of {total}</source>
        <translation>{total} 중 {done}</translation>
    </message>
</context>
<context>
    <name>Gauge</name>
    <message>
        <source>full</source>
        <translation>가득 참</translation>
    </message>
</context>
<context>
    <name>Guide</name>
    <message>
        <source>First steps</source>
        <translation>첫걸음</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Prune</source>
        <translation>가지치기</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation>양자화</translation>
    </message>
    <message>
        <source>Huffman</source>
        <translation>Huffman</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>보드</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>What the words mean</source>
        <translation>용어 설명</translation>
    </message>
    <message>
        <source>When something goes wrong</source>
        <translation>문제가 생겼을 때</translation>
    </message>
    <message>
        <source>Troubleshooting</source>
        <translation>문제 해결</translation>
    </message>
    <message>
        <source>Installing</source>
        <translation>설치</translation>
    </message>
    <message>
        <source>Boards</source>
        <translation>보드 목록</translation>
    </message>
    <message>
        <source>The command line</source>
        <translation>명령줄</translation>
    </message>
</context>
<context>
    <name>GuideWindow</name>
    <message>
        <source>Guide</source>
        <translation>안내서</translation>
    </message>
    <message>
        <source>Pages of the guide</source>
        <translation>안내서 목차</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>본문</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Target</source>
        <translation>대상</translation>
    </message>
    <message>
        <source>Target board</source>
        <translation>대상 보드</translation>
    </message>
    <message>
        <source>flash</source>
        <translation>플래시</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>The board that runs the model. You can change it at any time.</source>
        <translation>모델을 실행할 보드입니다. 언제든 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>Choose a board</source>
        <translation>보드 선택</translation>
    </message>
    <message>
        <source>Flash is where the board stores the model.</source>
        <translation>플래시는 보드가 모델을 저장하는 곳입니다.</translation>
    </message>
    <message>
        <source>Memory (RAM) is what the board needs to process an image.</source>
        <translation>메모리(RAM)는 보드가 사진을 처리할 때 쓰는 곳입니다.</translation>
    </message>
    <message>
        <source>Time per image on the board.</source>
        <translation>보드에서 사진 한 장을 처리하는 시간입니다.</translation>
    </message>
    <message>
        <source>Start page</source>
        <translation>시작 화면</translation>
    </message>
    <message>
        <source>Guide (F1)</source>
        <translation>안내서 (F1)</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>환경 설정</translation>
    </message>
</context>
<context>
    <name>HoldBoot</name>
    <message>
        <source>Hold down the BOOT button now</source>
        <translation>지금 BOOT 버튼을 누르고 계세요</translation>
    </message>
    <message>
        <source>The board does not enter its bootloader automatically. Hold down BOOT, press EN (RST) once, and keep holding BOOT until writing starts. On an ESP32-CAM, connect IO0 to GND instead.</source>
        <translation>보드가 자동으로 부트로더에 들어가지 않습니다. BOOT를 누른 채 EN(RST)을 한 번 누르고, 기록이 시작될 때까지 BOOT를 놓지 마세요. ESP32-CAM은 대신 IO0를 GND에 연결하세요.</translation>
    </message>
</context>
<context>
    <name>HuffmanPage</name>
    <message>
        <source>How it works</source>
        <translation>작동 방식</translation>
    </message>
    <message>
        <source>Layers coded</source>
        <translation>부호화한 층</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>남은 시간</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>부호</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>Compress</source>
        <translation>압축</translation>
    </message>
    <message>
        <source>Compress again</source>
        <translation>다시 압축</translation>
    </message>
    <message>
        <source>It restarts from the beginning. This usually takes less than a minute.</source>
        <translation>처음부터 다시 합니다. 보통 1분도 걸리지 않습니다.</translation>
    </message>
    <message>
        <source>Frequent values get short codes</source>
        <translation>자주 나오는 값에 짧은 부호를</translation>
    </message>
    <message>
        <source>Most weights of the model are now zero. A zero takes one bit instead of eight. The board decodes the weights while it runs, and every weight is exactly the same.</source>
        <translation>이제 모델의 가중치는 대부분 0입니다. 0은 8비트 대신 1비트만 차지합니다. 보드는 실행하면서 가중치를 복호화하며, 모든 가중치는 정확히 같습니다.</translation>
    </message>
    <message>
        <source>Share code tables between layers</source>
        <translation>층끼리 부호표 함께 쓰기</translation>
    </message>
    <message>
        <source>A layer is one step of the network&apos;s calculation.</source>
        <translation>층은 신경망 계산의 한 단계입니다.</translation>
    </message>
    <message>
        <source>Coded weights</source>
        <translation>부호화한 가중치</translation>
    </message>
    <message>
        <source>Size of all weights coded so far.</source>
        <translation>지금까지 부호화한 가중치의 크기입니다.</translation>
    </message>
    <message>
        <source>To compare both files on all images.</source>
        <translation>모든 사진에서 두 파일을 비교하는 시간입니다.</translation>
    </message>
    <message>
        <source>Compression results</source>
        <translation>압축 결과</translation>
    </message>
    <message>
        <source>The line on a bar marks the value before.</source>
        <translation>막대 위의 선은 이전 값입니다.</translation>
    </message>
    <message>
        <source>Bytes per layer</source>
        <translation>층별 바이트</translation>
    </message>
    <message>
        <source>What the bytes are used for</source>
        <translation>바이트의 쓰임</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>바이트</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>확실하지 않음</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>From {before} to about {after}.</source>
        <translation>{before}에서 약 {after}까지.</translation>
    </message>
    <message>
        <source>The weights take {taken}, including code tables. Lower limits: {entropy} (entropy, for any code of single values), {optimal} (Huffman codes without tables).</source>
        <translation>가중치는 부호표를 포함해 {taken}입니다. 최솟값: {entropy}(엔트로피, 값을 하나씩 부호화할 때), {optimal}(표를 뺀 Huffman 부호).</translation>
    </message>
</context>
<context>
    <name>ImageMap</name>
    <message>
        <source>Likely wrong labels first</source>
        <translation>잘못되었을 가능성이 높은 레이블부터</translation>
    </message>
    <message>
        <source>likeliest: {name}</source>
        <translation>가장 유력: {name}</translation>
    </message>
    <message>
        <source>label: {name} ({probability})</source>
        <translation>레이블: {name} ({probability})</translation>
    </message>
    <message>
        <source>Map of the images</source>
        <translation>이미지 지도</translation>
    </message>
    <message>
        <source>{image}: label {is_class} ({probability}), likeliest {likeliest} ({most}).</source>
        <translation>{image}: 레이블 {is_class} ({probability}), 가장 유력한 클래스 {likeliest} ({most}).</translation>
    </message>
</context>
<context>
    <name>ImageView</name>
    <message>
        <source>Drop an image here</source>
        <translation>사진을 여기에 놓으세요</translation>
    </message>
    <message>
        <source>The image that the board processed</source>
        <translation>보드가 처리한 사진</translation>
    </message>
</context>
<context>
    <name>ImagesPanel</name>
    <message>
        <source>Show all</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>Actions for the selected images</source>
        <translation>선택한 사진에 대한 작업</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>필터</translation>
    </message>
    <message>
        <source>Actions for this class</source>
        <translation>이 클래스로 할 수 있는 일</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Merge into</source>
        <translation>다른 클래스에 합치기</translation>
    </message>
    <message>
        <source>Move to</source>
        <translation>이동</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Include</source>
        <translation>다시 포함</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>폴더 보기</translation>
    </message>
</context>
<context>
    <name>LabelDialog</name>
    <message>
        <source>Is the label right?</source>
        <translation>레이블이 맞습니까?</translation>
    </message>
    <message>
        <source>Label: {name} ({probability})</source>
        <translation>레이블: {name} ({probability})</translation>
    </message>
    <message>
        <source>Likeliest class: {name} ({probability})</source>
        <translation>가장 유력한 클래스: {name} ({probability})</translation>
    </message>
    <message>
        <source>Moved to &apos;{name}&apos;.</source>
        <translation>&apos;{name}&apos;(으)로 이동했습니다.</translation>
    </message>
    <message>
        <source>Excluded. The file stays where it is.</source>
        <translation>제외했습니다. 파일은 그대로 있습니다.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Accuracy on the validation images: they guide training, but the network does not learn from them.</source>
        <translation>검증 사진에서의 정확도입니다. 학습을 이끌지만 신경망이 배우지는 않습니다.</translation>
    </message>
    <message>
        <source>Accuracy on the training images.</source>
        <translation>학습 사진에서의 정확도입니다.</translation>
    </message>
    <message>
        <source>Accuracy on the held-out test images, with the 95 % confidence interval.</source>
        <translation>따로 둔 시험 사진에서의 정확도와 95 % 신뢰 구간입니다.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>test</source>
        <translation>시험</translation>
    </message>
</context>
<context>
    <name>LiveSources</name>
    <message>
        <source>Images for the board</source>
        <translation>보드에 보여 줄 사진</translation>
    </message>
    <message>
        <source>Images ({patterns})</source>
        <translation>사진 ({patterns})</translation>
    </message>
    <message>
        <source>No board is connected.</source>
        <translation>연결된 보드가 없습니다.</translation>
    </message>
    <message>
        <source>Flash and run one first.</source>
        <translation>먼저 플래시하고 실행하세요.</translation>
    </message>
    <message>
        <source>Computer&apos;s camera</source>
        <translation>컴퓨터 카메라</translation>
    </message>
    <message>
        <source>The camera is not available.</source>
        <translation>카메라를 쓸 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>LiveView</name>
    <message>
        <source>Not sure</source>
        <translation>확실하지 않음</translation>
    </message>
    <message>
        <source>virtual</source>
        <translation>가상</translation>
    </message>
    <message>
        <source>The virtual board cannot measure it.</source>
        <translation>가상 보드는 측정할 수 없습니다.</translation>
    </message>
    <message>
        <source>Send images from this computer&apos;s camera to the board.</source>
        <translation>이 컴퓨터의 카메라 사진을 보드로 보냅니다.</translation>
    </message>
    <message>
        <source>No class is above the threshold: the image may show none of the classes. Most likely: {name} ({probability}). The threshold comes from this run&apos;s validation images.</source>
        <translation>기준을 넘는 클래스가 없습니다. 사진에 어떤 클래스도 없을 수 있습니다. 가장 가능성 높은 클래스: {name}({probability}). 기준은 이 실행의 검증 사진으로 정했습니다.</translation>
    </message>
    <message>
        <source>Firmware {firmware}, {runtime}, {port} at {baud} baud</source>
        <translation>펌웨어 {firmware}, {runtime}, {port}, {baud} baud</translation>
    </message>
    <message>
        <source>Used by the model: {used}. Still free in the arena: {left}.</source>
        <translation>모델이 쓰는 메모리: {used}. 아레나에 남은 메모리: {left}.</translation>
    </message>
    <message>
        <source>per image (estimate)</source>
        <translation>이미지당 (추정)</translation>
    </message>
    <message>
        <source>The board has a different model. Flash this one to compare.</source>
        <translation>보드에 다른 모델이 있습니다. 비교하려면 이 모델을 플래시하세요.</translation>
    </message>
    <message>
        <source>Show what the board&apos;s own camera sees.</source>
        <translation>보드의 카메라 화면을 봅니다.</translation>
    </message>
    <message>
        <source>This board has no camera, or the camera does not respond.</source>
        <translation>이 보드에는 카메라가 없거나 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Time to decode the Huffman-coded weights, included in the time per image.</source>
        <translation>Huffman 부호화된 가중치를 복호화하는 시간으로, 사진당 시간에 포함됩니다.</translation>
    </message>
    <message>
        <source>Time per image on the board.</source>
        <translation>보드에서 사진 한 장을 처리하는 시간입니다.</translation>
    </message>
    <message>
        <source>Estimated time per image on the chip. The virtual board runs at the speed of this computer.</source>
        <translation>칩에서 이미지당 걸리는 추정 시간입니다. 가상 보드는 이 컴퓨터의 속도로 실행됩니다.</translation>
    </message>
    <message>
        <source>virtual board agrees {count}</source>
        <translation>가상 보드 일치 {count}</translation>
    </message>
    <message>
        <source>board agrees {count}</source>
        <translation>보드 일치 {count}</translation>
    </message>
    <message>
        <source>This board is simulated on this computer. Its times are not those of the chip.</source>
        <translation>이 컴퓨터에서 시뮬레이션하는 보드입니다. 시간은 칩의 시간이 아닙니다.</translation>
    </message>
    <message>
        <source>Number of test images for which the board and the file on this computer give the same prediction.</source>
        <translation>보드와 이 컴퓨터의 파일이 같은 예측을 낸 시험 사진의 수입니다.</translation>
    </message>
    <message>
        <source>per image</source>
        <translation>사진당</translation>
    </message>
    <message>
        <source>What it saw</source>
        <translation>보드가 본 것</translation>
    </message>
    <message>
        <source>Show the original beside the exact square that entered the network.</source>
        <translation>원본을 네트워크에 실제로 들어간 정사각형 이미지와 나란히 표시합니다.</translation>
    </message>
    <message>
        <source>images per second</source>
        <translation>초당 사진</translation>
    </message>
    <message>
        <source>Includes sending the image and receiving the result.</source>
        <translation>사진을 보내고 결과를 받는 시간을 포함합니다.</translation>
    </message>
    <message>
        <source>Test images</source>
        <translation>시험 사진</translation>
    </message>
    <message>
        <source>Ten of the held-out test images.</source>
        <translation>따로 둔 시험 사진 중 열 장입니다.</translation>
    </message>
    <message>
        <source>Choose images…</source>
        <translation>사진 선택…</translation>
    </message>
    <message>
        <source>Any images of yours. You can also drop them on this page.</source>
        <translation>어떤 사진이든 됩니다. 이 화면에 놓아도 됩니다.</translation>
    </message>
    <message>
        <source>Images…</source>
        <translation>사진…</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>복호화</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Computer&apos;s camera</source>
        <translation>컴퓨터 카메라</translation>
    </message>
    <message>
        <source>Board&apos;s camera</source>
        <translation>보드 카메라</translation>
    </message>
    <message>
        <source>Computer</source>
        <translation>컴퓨터</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>보드</translation>
    </message>
</context>
<context>
    <name>Making</name>
    <message>
        <source>Make it again</source>
        <translation>다시 만들기</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>Make it</source>
        <translation>모델 만들기</translation>
    </message>
    <message>
        <source>Repeats {steps}: the settings changed there.</source>
        <translation>설정이 바뀐 {steps} 단계를 다시 실행합니다.</translation>
    </message>
    <message>
        <source>The images of this run changed. Repeats {steps}.</source>
        <translation>이 실행의 사진이 바뀌었습니다. {steps} 단계를 다시 실행합니다.</translation>
    </message>
</context>
<context>
    <name>MapDialog</name>
    <message>
        <source>Map of the images</source>
        <translation>이미지 지도</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Make the map again</source>
        <translation>지도 다시 만들기</translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) likely wrong</source>
        <translation>
            <numerusform>레이블 %Ln개가 잘못되었을 가능성이 높음</numerusform>
        </translation>
    </message>
    <message>
        <source>No label is likely wrong. The least certain ones are first.</source>
        <translation>잘못된 것으로 보이는 레이블이 없습니다. 가장 불확실한 것이 먼저 나옵니다.</translation>
    </message>
    <message>
        <source>Images that look alike to the starting network lie together. Large marks with an outline have a label that is likely wrong. Click one to look, exclude or move it.</source>
        <translation>시작 네트워크가 비슷하게 보는 이미지는 서로 가까이 있습니다. 테두리가 있는 큰 점은 레이블이 잘못되었을 가능성이 높습니다. 점을 클릭하면 이미지를 보고, 제외하거나 이동할 수 있습니다.</translation>
    </message>
    <message>
        <source>Shown are {count} of {images} images, a part of each class.</source>
        <translation>이미지 {images}개 중 {count}개를 표시합니다(각 클래스의 일부).</translation>
    </message>
    <message>
        <source>Point at an image to see it.</source>
        <translation>점을 가리키면 이미지가 표시됩니다.</translation>
    </message>
    <message>
        <source>Stopped. The map is not finished.</source>
        <translation>중지했습니다. 지도가 완성되지 않았습니다.</translation>
    </message>
</context>
<context>
    <name>MethodChooser</name>
    <message>
        <source>Method</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>Quantization method</source>
        <translation>양자화 방법</translation>
    </message>
    <message>
        <source>Fine-tune</source>
        <translation>미세 조정</translation>
    </message>
    <message>
        <source>Quantization-aware training. Best with thousands of images.</source>
        <translation>양자화 인식 학습입니다. 사진이 수천 장일 때 가장 좋습니다.</translation>
    </message>
    <message>
        <source>Fit each layer</source>
        <translation>층별 맞춤</translation>
    </message>
    <message>
        <source>Fast. Most accurate with few images.</source>
        <translation>빠릅니다. 사진이 적을 때 가장 정확합니다.</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>약 {time}</translation>
    </message>
</context>
<context>
    <name>MistakeDialog</name>
    <message>
        <source>Worst mistakes</source>
        <translation>가장 큰 실수</translation>
    </message>
    <message>
        <source>Move to another class…</source>
        <translation>다른 클래스로 이동…</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Prediction: {name} ({probability})</source>
        <translation>예측: {name} ({probability})</translation>
    </message>
    <message>
        <source>True class: {name} ({probability})</source>
        <translation>실제 클래스: {name} ({probability})</translation>
    </message>
    <message>
        <source>Previous image</source>
        <translation>이전 이미지</translation>
    </message>
    <message>
        <source>Next image</source>
        <translation>다음 이미지</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{count}개 중 {number}</translation>
    </message>
    <message>
        <source>Moved to &apos;{name}&apos;. Make the model again to use it.</source>
        <translation>&apos;{name}&apos;로 옮겼습니다. 모델을 다시 만들면 반영됩니다.</translation>
    </message>
    <message>
        <source>Excluded. Make the model again without it.</source>
        <translation>제외했습니다. 모델을 다시 만들면 빠집니다.</translation>
    </message>
    <message>
        <source>Another task is running.</source>
        <translation>다른 작업이 진행 중입니다.</translation>
    </message>
    <message>
        <source>Is the label wrong? Move the photo, or exclude it.</source>
        <translation>분류가 잘못되었나요? 사진을 옮기거나 제외하세요.</translation>
    </message>
    <message>
        <source>Is the label wrong? Exclude the image: your folder stays as it is.</source>
        <translation>분류가 잘못되었나요? 사진을 제외하세요. 내 폴더는 그대로입니다.</translation>
    </message>
</context>
<context>
    <name>Mistakes</name>
    <message>
        <source>Worst mistakes of the model</source>
        <translation>모델의 가장 큰 실수</translation>
    </message>
    <message>
        <source>{image}: {is_class} ({probability_of_right}). Prediction: {taken_for} ({probability}).</source>
        <translation>{image}: {is_class}({probability_of_right}). 예측: {taken_for}({probability}).</translation>
    </message>
    <message>
        <source>predicted: {name}</source>
        <translation>예측: {name}</translation>
    </message>
    <message>
        <source>true class: {name}</source>
        <translation>실제: {name}</translation>
    </message>
    <message>
        <source>Image</source>
        <translation>사진</translation>
    </message>
</context>
<context>
    <name>More</name>
    <message>
        <source>More</source>
        <translation>더 보기</translation>
    </message>
</context>
<context>
    <name>Noise</name>
    <message>
        <source>{layer}: quantization does not change its output.</source>
        <translation>{layer}: 양자화해도 출력이 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>{layer}, {bits} bits: SQNR of the output {decibels} dB (signal {times} times the noise), of the weights {weights}.</source>
        <translation>{layer}, {bits}비트: 출력 SQNR {decibels} dB(신호가 잡음의 {times}배), 가중치 {weights}.</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>정확</translation>
    </message>
</context>
<context>
    <name>OperatorsView</name>
    <message>
        <source>Where the time goes when this file classifies an image: in LiteRT on this computer, and on the board.</source>
        <translation>이 파일이 사진을 분류할 때 시간이 어디에 쓰이는지 보여 줍니다. 이 컴퓨터의 LiteRT와 보드에서의 시간입니다.</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>측정</translation>
    </message>
    <message>
        <source>Measuring…</source>
        <translation>측정하는 중…</translation>
    </message>
    <message>
        <source>The worker ended unexpectedly.</source>
        <translation>작업 프로세스가 예기치 않게 종료되었습니다.</translation>
    </message>
    <message>
        <source>{board} (measured)</source>
        <translation>{board} (측정)</translation>
    </message>
    <message>
        <source>{board} (estimated)</source>
        <translation>{board} (추정)</translation>
    </message>
    <message>
        <source>Operator</source>
        <translation>연산자</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>출력</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other operator(s) take less.</source>
        <translation>
            <numerusform>나머지 연산자 %Ln개는 이보다 빠릅니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>LiteRT: each operator alone, with one thread. Together {alone}; the whole file takes {whole}.</source>
        <translation>LiteRT: 연산자를 하나씩, 스레드 하나로 실행했습니다. 합계 {alone}, 파일 전체는 {whole}입니다.</translation>
    </message>
    <message>
        <source>LiteRT runs the decoded file: it does not know TFLM_DECODE.</source>
        <translation>LiteRT는 TFLM_DECODE를 모르므로 복호화한 파일을 실행합니다.</translation>
    </message>
    <message>
        <source>{board}: as a board of this type reported it after flashing.</source>
        <translation>{board}: 기록한 뒤 이 종류의 보드가 알려 준 값입니다.</translation>
    </message>
    <message>
        <source>{board}: estimated from the multiplications of the convolutions.</source>
        <translation>{board}: 합성곱의 곱셈 수로 추정한 값입니다.</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Results up to the last finished epoch are saved. You can continue from there.</source>
        <translation>마지막으로 끝난 에포크까지 저장되어 있습니다. 거기서 이어서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Stopped. Finished work is saved.</source>
        <translation>중지했습니다. 끝난 작업은 저장되어 있습니다.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>The task was ended by the system or another program.</source>
        <translation>시스템이나 다른 프로그램이 작업을 끝냈습니다.</translation>
    </message>
    <message>
        <source>The task ended unexpectedly (code {code}).</source>
        <translation>작업이 예기치 않게 끝났습니다 (코드 {code}).</translation>
    </message>
</context>
<context>
    <name>OwnBoardDialog</name>
    <message>
        <source>My board is not in the list</source>
        <translation>내 보드가 목록에 없습니다</translation>
    </message>
    <message>
        <source>Change this board</source>
        <translation>이 보드 변경</translation>
    </message>
    <message>
        <source>The maker&apos;s page or the print on the module says all of this. It is kept on this computer.</source>
        <translation>모두 제조사 페이지나 모듈 표면에 적혀 있습니다. 이 컴퓨터에 저장됩니다.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Chip</source>
        <translation>칩</translation>
    </message>
    <message>
        <source>Flash</source>
        <translation>플래시</translation>
    </message>
    <message>
        <source>PSRAM</source>
        <translation>PSRAM</translation>
    </message>
    <message>
        <source>USB port</source>
        <translation>USB 포트</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>Camera pins</source>
        <translation>카메라 핀</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Add board</source>
        <translation>보드 추가</translation>
    </message>
    <message>
        <source>Save changes</source>
        <translation>변경 내용 저장</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>quad (2 to 8 MB)</source>
        <translation>쿼드 (2~8MB)</translation>
    </message>
    <message>
        <source>octal (8 MB or more)</source>
        <translation>옥탈 (8MB 이상)</translation>
    </message>
    <message>
        <source>with an adapter on the board (CP210x, CH340)</source>
        <translation>보드의 변환 칩 사용 (CP210x, CH340)</translation>
    </message>
    <message>
        <source>the chip&apos;s own</source>
        <translation>칩 자체 USB</translation>
    </message>
    <message>
        <source>wired as on {board}</source>
        <translation>{board}와(과) 같은 배선</translation>
    </message>
    <message>
        <source>other pins</source>
        <translation>다른 핀</translation>
    </message>
</context>
<context>
    <name>PairCurves</name>
    <message>
        <source>epochs: {count}</source>
        <translation>에포크: {count}</translation>
    </message>
</context>
<context>
    <name>PhotoEdits</name>
    <message>
        <source>Deleted: {photo}</source>
        <translation>삭제함: {photo}</translation>
    </message>
    <message>
        <source>Moved to &apos;{name}&apos;: {photo}</source>
        <translation>&apos;{name}&apos;로 이동함: {photo}</translation>
    </message>
    <message>
        <source>Excluded: {photo}</source>
        <translation>제외함: {photo}</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Where is the board connected?</source>
        <translation>보드가 어디에 연결되어 있나요?</translation>
    </message>
    <message>
        <source>Other ports</source>
        <translation>다른 포트</translation>
    </message>
    <message>
        <source>My board is not in the list</source>
        <translation>내 보드가 목록에 없어요</translation>
    </message>
    <message>
        <source>A simulated board: you can flash and use it like a real one.</source>
        <translation>시뮬레이션 보드입니다. 실제 보드처럼 플래시하고 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Connected by cable</source>
        <translation>케이블로 연결됨</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Virtual board, simulated on this computer</source>
        <translation>이 컴퓨터에서 시뮬레이션하는 가상 보드</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>System default</source>
        <translation>시스템 설정</translation>
    </message>
    <message>
        <source>Color scheme</source>
        <translation>색 구성표</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>밝게</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>어둡게</translation>
    </message>
    <message>
        <source>Record performance traces</source>
        <translation>성능 추적 기록</translation>
    </message>
    <message>
        <source>Each step saves a trace for chrome://tracing in the logs folder of its run.</source>
        <translation>각 단계가 실행의 logs 폴더에 chrome://tracing용 추적 파일을 저장합니다.</translation>
    </message>
    <message>
        <source>Runs folder…</source>
        <translation>실행 폴더…</translation>
    </message>
    <message>
        <source>Version and licenses</source>
        <translation>버전과 라이선스</translation>
    </message>
    <message>
        <source>Runs folder</source>
        <translation>실행 폴더</translation>
    </message>
    <message>
        <source>About Squeeze Studio…</source>
        <translation>Squeeze Studio 정보…</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>Quick</source>
        <translation>빠르게</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>균형 있게</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>최고로</translation>
    </message>
    <message>
        <source>A first model to try everything out.</source>
        <translation>모든 것을 시험해 보기 위한 첫 모델입니다.</translation>
    </message>
    <message>
        <source>More accurate, with a smaller final file.</source>
        <translation>더 정확하고 최종 파일도 더 작습니다.</translation>
    </message>
    <message>
        <source>The smallest and most accurate model. Takes the longest.</source>
        <translation>가장 작고 정확한 모델입니다. 가장 오래 걸립니다.</translation>
    </message>
    <message>
        <source>Training preset</source>
        <translation>학습 프리셋</translation>
    </message>
    <message>
        <source>All steps: about {time}.</source>
        <translation>모든 단계: 약 {time}.</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>약 {time}</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>What the network sees</source>
        <translation>신경망이 보는 것</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>Augmented for training</source>
        <translation>학습용 증강</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Preparing</source>
        <translation>준비 중</translation>
    </message>
</context>
<context>
    <name>ProgressPanel</name>
    <message>
        <source>Progress</source>
        <translation>진행</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Stop now. Finished work is saved, and you can continue later.</source>
        <translation>지금 중지합니다. 끝난 작업은 저장되며 나중에 이어서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Messages of the current task.</source>
        <translation>현재 작업의 메시지입니다.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>로그</translation>
    </message>
    <message>
        <source>Log ({count})</source>
        <translation>로그 ({count})</translation>
    </message>
</context>
<context>
    <name>ProofMarks</name>
    <message>
        <source>Lossless</source>
        <translation>무손실</translation>
    </message>
</context>
<context>
    <name>Proofs</name>
    <message>
        <source>All {count} coded weight tensors decode to exactly the same bytes.</source>
        <translation>부호화한 가중치 텐서 {count}개 모두 복호화하면 바이트가 정확히 같습니다.</translation>
    </message>
    <message>
        <source>The board&apos;s runtime (TFLM) decodes {count} of {all} identically.</source>
        <translation>보드의 런타임(TFLM)이 {all}개 중 {count}개를 똑같이 복호화합니다.</translation>
    </message>
    <message>
        <source>The board&apos;s runtime (TFLM) is not available on this computer.</source>
        <translation>보드의 런타임(TFLM)을 이 컴퓨터에서 쓸 수 없습니다.</translation>
    </message>
    <message>
        <source>Both files give identical outputs on {count} of {all} images.</source>
        <translation>사진 {all}장 중 {count}장에서 두 파일의 출력이 똑같습니다.</translation>
    </message>
</context>
<context>
    <name>Prune</name>
    <message>
        <source>by magnitude, over all layers</source>
        <translation>크기순, 모든 층에 걸쳐</translation>
    </message>
    <message>
        <source>same sparsity in each layer</source>
        <translation>층마다 같은 희소성</translation>
    </message>
    <message>
        <source>fine-tune</source>
        <translation>미세 조정</translation>
    </message>
    <message>
        <source>fit each layer (fast)</source>
        <translation>층별 맞춤 (빠름)</translation>
    </message>
    <message>
        <source>Accuracy recovery</source>
        <translation>정확도 회복</translation>
    </message>
    <message>
        <source>Filters to remove</source>
        <translation>없앨 필터</translation>
    </message>
    <message>
        <source>Sparsity distribution</source>
        <translation>희소성 분포</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Distillation alpha</source>
        <translation>증류 알파</translation>
    </message>
    <message>
        <source>Peak learning rate</source>
        <translation>최대 학습률</translation>
    </message>
</context>
<context>
    <name>PrunePage</name>
    <message>
        <source>Prune again</source>
        <translation>다시 가지치기</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>설정 바꾸기</translation>
    </message>
    <message>
        <source>Continues with the next trial.</source>
        <translation>다음 시도부터 이어집니다.</translation>
    </message>
    <message>
        <source>All epochs are finished. Only measuring remains.</source>
        <translation>에포크는 모두 끝났고 측정만 남았습니다.</translation>
    </message>
    <message>
        <source>Sparsity</source>
        <translation>희소성</translation>
    </message>
    <message>
        <source>Fraction of the weights removed so far.</source>
        <translation>지금까지 없앤 가중치의 비율입니다.</translation>
    </message>
    <message>
        <source>Accuracy on the validation images after the last epoch.</source>
        <translation>마지막 에포크 뒤 검증 사진에서의 정확도입니다.</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>학습 후</translation>
    </message>
    <message>
        <source>Pruned</source>
        <translation>가지치기 후</translation>
    </message>
    <message>
        <source>Removed weights by layer</source>
        <translation>층별로 없앤 가중치</translation>
    </message>
    <message>
        <source>Each bar is one layer of the network. It fills up as weights are removed.</source>
        <translation>막대 하나가 신경망의 층 하나입니다. 가중치를 없앨수록 채워집니다.</translation>
    </message>
    <message>
        <source>{layer}: {share} of {count} weights removed.</source>
        <translation>{layer}: 가중치 {count}개 중 {share} 제거.</translation>
    </message>
    <message>
        <source>Pruning takes about {time}.</source>
        <translation>가지치기에 약 {time} 걸립니다.</translation>
    </message>
</context>
<context>
    <name>Quantize</name>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Distillation alpha</source>
        <translation>증류 알파</translation>
    </message>
    <message>
        <source>Peak learning rate</source>
        <translation>최대 학습률</translation>
    </message>
</context>
<context>
    <name>QuantizePage</name>
    <message>
        <source>Quantize again</source>
        <translation>다시 양자화</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>설정 바꾸기</translation>
    </message>
    <message>
        <source>You can stop at any time: finished epochs are saved.</source>
        <translation>언제든 멈출 수 있습니다. 끝난 에포크는 저장됩니다.</translation>
    </message>
    <message>
        <source>Continues with quantizing and measuring.</source>
        <translation>양자화와 측정부터 이어집니다.</translation>
    </message>
    <message>
        <source>Accuracy on the validation images with quantized weights.</source>
        <translation>양자화한 가중치로 잰, 검증 사진에서의 정확도입니다.</translation>
    </message>
    <message>
        <source>Float baseline</source>
        <translation>float 기준</translation>
    </message>
    <message>
        <source>Quantized (int8)</source>
        <translation>양자화 후 (int8)</translation>
    </message>
    <message>
        <source>Signal-to-quantization-noise ratio (SQNR) by layer</source>
        <translation>층별 신호 대 양자화 잡음비(SQNR)</translation>
    </message>
    <message>
        <source>Each bar is one layer. The higher the bar, the less quantization changed its output.</source>
        <translation>막대 하나가 층 하나입니다. 높을수록 양자화로 출력이 덜 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>바뀐 예측</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>File size: {after} instead of {before}, {factor} times smaller.</source>
        <translation>파일 크기: {before}에서 {after}(으)로, {factor}배 작아졌습니다.</translation>
    </message>
</context>
<context>
    <name>Readout</name>
    <message>
        <source>validation {value}</source>
        <translation>검증 {value}</translation>
    </message>
    <message>
        <source>training {value}</source>
        <translation>학습 {value}</translation>
    </message>
    <message>
        <source>{stage}, epoch {epoch} of {epochs}</source>
        <translation>{stage}, 에포크 {epoch}/{epochs}</translation>
    </message>
    <message>
        <source>test {value}</source>
        <translation>시험 {value}</translation>
    </message>
    <message>
        <source>test {value} ({low} to {high})</source>
        <translation>시험 {value} ({low}~{high})</translation>
    </message>
</context>
<context>
    <name>ResultPage</name>
    <message>
        <source>One click does these four steps with the recommended settings, or with those that you have chosen on their pages.</source>
        <translation>한 번의 클릭으로 이 네 단계를 합니다. 권장 설정을 쓰거나, 단계 화면에서 고른 설정을 씁니다.</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Which of the four steps is at work.</source>
        <translation>네 단계 중 진행 중인 단계입니다.</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>The accuracy so far. The result is measured at the end.</source>
        <translation>지금까지의 정확도입니다. 결과는 끝에 잽니다.</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>남은 시간</translation>
    </message>
    <message>
        <source>An estimate for all steps together.</source>
        <translation>모든 단계를 합친 예상 시간입니다.</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Worst mistakes</source>
        <translation>가장 큰 실수</translation>
    </message>
    <message>
        <source>{factor} times smaller than the trained network ({before})</source>
        <translation>학습한 신경망({before})보다 {factor}배 작음</translation>
    </message>
    <message>
        <source>No mistakes on the test images.</source>
        <translation>시험 사진에서 틀린 것이 없습니다.</translation>
    </message>
    <message>
        <source>Wrong predictions with the highest confidence.</source>
        <translation>확신이 가장 높았던 틀린 예측입니다.</translation>
    </message>
    <message>
        <source>{step} ({number} of {count})</source>
        <translation>{step} ({count}단계 중 {number})</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>다음: {step}</translation>
    </message>
    <message>
        <source>You can stop at any time: finished work is saved.</source>
        <translation>언제든 멈출 수 있습니다. 끝난 작업은 저장됩니다.</translation>
    </message>
    <message>
        <source>Another task is running.</source>
        <translation>다른 작업이 진행 중입니다.</translation>
    </message>
    <message>
        <source>Continues with {step}.</source>
        <translation>{step}부터 이어서 합니다.</translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message>
        <source>Show folder</source>
        <translation>폴더 보기</translation>
    </message>
    <message>
        <source>sample scenes</source>
        <translation>예제 풍경</translation>
    </message>
    <message>
        <source>Selected for comparison</source>
        <translation>비교 대상으로 선택함</translation>
    </message>
    <message>
        <source>Actions for {name}</source>
        <translation>{name}: 할 수 있는 일</translation>
    </message>
    <message>
        <source>Remove from list</source>
        <translation>목록에서 빼기</translation>
    </message>
    <message>
        <source>This folder no longer exists or no longer contains a run.</source>
        <translation>이 폴더가 없어졌거나 더는 실행이 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>If you moved it, open it in its new place.</source>
        <translation>옮겼다면 새 위치에서 여세요.</translation>
    </message>
    <message>
        <source>Restore it from a backup, or delete it.</source>
        <translation>백업에서 되살리거나 삭제하세요.</translation>
    </message>
    <message>
        <source>No step finished yet</source>
        <translation>아직 끝난 단계가 없음</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>이어서 하기</translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>클래스 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: {step}</source>
        <translation>중지됨: {step}</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>{done} of {all} steps finished</source>
        <translation>{all}단계 중 {done}단계 완료</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>디스크 공간 확보</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Compare with another run</source>
        <translation>다른 실행과 비교</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>이름 바꾸기…</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
</context>
<context>
    <name>RunOpener</name>
    <message>
        <source>Folder with photos</source>
        <translation>사진이 든 폴더</translation>
    </message>
    <message>
        <source>Archives ({patterns})</source>
        <translation>압축 파일 ({patterns})</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>Archive with photos</source>
        <translation>사진이 든 압축 파일</translation>
    </message>
    <message>
        <source>Run folder</source>
        <translation>실행 폴더</translation>
    </message>
    <message>
        <source>You dropped {count} items at once.</source>
        <translation>한꺼번에 {count}개를 놓았습니다.</translation>
    </message>
    <message>
        <source>Put all images into one folder, with a subfolder per class, and drop that folder.</source>
        <translation>사진을 모두 한 폴더에, 클래스마다 하위 폴더로 나누어 담고 그 폴더를 놓으세요.</translation>
    </message>
    <message>
        <source>A task of the run &apos;{name}&apos; is in progress.</source>
        <translation>&apos;{name}&apos; 실행의 작업이 진행 중입니다.</translation>
    </message>
    <message>
        <source>Wait until it is finished, or stop it. Finished work is saved.</source>
        <translation>끝날 때까지 기다리거나 중지하세요. 끝난 작업은 저장됩니다.</translation>
    </message>
    <message>
        <source>Sample scenes</source>
        <translation>예제 풍경</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>Trials</source>
        <translation>시도</translation>
    </message>
    <message>
        <source>Trial {trial} of at most {most} is finished. Each bar shows how much was removed.</source>
        <translation>최대 {most}번 중 {trial}번째 시도가 끝났습니다. 막대는 없앤 비율입니다.</translation>
    </message>
    <message>
        <source>The first trial is running.</source>
        <translation>첫 시도를 하고 있습니다.</translation>
    </message>
    <message>
        <source>{share} % removed</source>
        <translation>{share} % 제거</translation>
    </message>
    <message>
        <source>no loss</source>
        <translation>손실 없음</translation>
    </message>
    <message>
        <source>{points} points lost</source>
        <translation>손실 {points}%p</translation>
    </message>
    <message>
        <source>{cost}: too much  ✗</source>
        <translation>{cost}: 너무 많음  ✗</translation>
    </message>
    <message>
        <source>{filters} % of the filters and {zeros} % of the other weights removed: {cost}.</source>
        <translation>필터 {filters} %, 나머지 가중치 {zeros} % 제거: {cost}.</translation>
    </message>
</context>
<context>
    <name>SeeingPanel</name>
    <message>
        <source>Show another image.</source>
        <translation>다른 사진을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Another image</source>
        <translation>다른 사진</translation>
    </message>
    <message>
        <source>Show other augmentations. Training draws new ones for every image in every epoch.</source>
        <translation>다른 증강 결과를 보여 줍니다. 학습은 에포크마다 사진마다 새로 만듭니다.</translation>
    </message>
    <message>
        <source>Other augmentations</source>
        <translation>다른 증강</translation>
    </message>
    <message>
        <source>Color</source>
        <translation>컬러</translation>
    </message>
    <message>
        <source>Grayscale</source>
        <translation>흑백</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>사진 크기</translation>
    </message>
    <message>
        <source>Larger images show more detail, but need more memory and time.</source>
        <translation>사진이 클수록 더 자세하지만 메모리와 시간이 더 듭니다.</translation>
    </message>
    <message>
        <source>Grayscale is enough when color does not distinguish the classes.</source>
        <translation>색으로 클래스를 구별하지 않는다면 흑백으로 충분합니다.</translation>
    </message>
    <message>
        <source>Augment the training images</source>
        <translation>학습 사진 증강</translation>
    </message>
    <message>
        <source>Mirrored, shifted and tinted images keep the network from memorizing the originals.</source>
        <translation>뒤집고, 옮기고, 색을 바꾼 사진은 신경망이 원본을 외우지 못하게 합니다.</translation>
    </message>
    <message>
        <source>All steps take about {time} here.</source>
        <translation>이 컴퓨터에서 모든 단계에 걸리는 시간: 약 {time}.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Exclude</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Validation fraction</source>
        <translation>검증 비율</translation>
    </message>
    <message>
        <source>Test fraction</source>
        <translation>시험 비율</translation>
    </message>
    <message>
        <source>Unreadable images</source>
        <translation>읽을 수 없는 사진</translation>
    </message>
    <message>
        <source>Scenes per class</source>
        <translation>클래스별 풍경 수</translation>
    </message>
    <message>
        <source>Memory for images (MB)</source>
        <translation>사진용 메모리 (MB)</translation>
    </message>
    <message>
        <source>Fits {board}: about {time} per image.</source>
        <translation>{board}에 들어갑니다. 사진당 약 {time}.</translation>
    </message>
    <message>
        <source>Does not fit {board}: choose smaller images or another board.</source>
        <translation>{board}에 들어가지 않습니다. 더 작은 사진이나 다른 보드를 고르세요.</translation>
    </message>
</context>
<context>
    <name>Seen</name>
    <message>
        <source>test image {number}</source>
        <translation>시험 사진 {number}</translation>
    </message>
    <message>
        <source>{image}: the board predicts {name} ({share})</source>
        <translation>{image}: 보드의 예측 {name} ({share})</translation>
    </message>
    <message>
        <source>{image}: the board is not sure ({name}, {share})</source>
        <translation>{image}: 보드가 확신하지 못함 ({name}, {share})</translation>
    </message>
    <message>
        <source>, which is correct</source>
        <translation>, 정답입니다</translation>
    </message>
    <message>
        <source>, which is wrong: it is {truth}</source>
        <translation>, 오답입니다. 정답: {truth}</translation>
    </message>
    <message>
        <source>: it is {truth}</source>
        <translation>. 정답: {truth}</translation>
    </message>
    <message>
        <source>; the file agrees</source>
        <translation>; 파일과 일치</translation>
    </message>
    <message>
        <source>; the file predicts {expected}</source>
        <translation>; 파일의 예측 {expected}</translation>
    </message>
    <message>
        <source>; the file agrees, with different probabilities</source>
        <translation>; 파일과 일치하지만 확률이 다름</translation>
    </message>
</context>
<context>
    <name>SeenPair</name>
    <message>
        <source>The original image</source>
        <translation>원본 이미지</translation>
    </message>
    <message>
        <source>The image was lost on the way from the board.</source>
        <translation>보드에서 오는 도중 이미지가 손실되었습니다.</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>원본</translation>
    </message>
    <message>
        <source>The board did not say what entered its network. Flash its firmware again.</source>
        <translation>보드가 네트워크에 들어간 값을 알려 주지 않았습니다. 펌웨어를 다시 플래시하세요.</translation>
    </message>
    <message>
        <source>The very values that entered the network, as the board reports them.</source>
        <translation>보드가 알려 준, 네트워크에 실제로 들어간 값입니다.</translation>
    </message>
    <message>
        <source>Looking for the original photo…</source>
        <translation>원본 사진을 찾는 중…</translation>
    </message>
    <message>
        <source>Original: {name}</source>
        <translation>원본: {name}</translation>
    </message>
    <message>
        <source>The original photo is gone: {name}</source>
        <translation>원본 사진이 없어졌습니다: {name}</translation>
    </message>
    <message>
        <source>The original photo has changed: {name}</source>
        <translation>원본 사진이 바뀌었습니다: {name}</translation>
    </message>
    <message>
        <source>The run does not say which photo this test image was.</source>
        <translation>이 시험 사진이 어느 사진이었는지 실행에 기록되어 있지 않습니다.</translation>
    </message>
    <message>
        <source>Sent to the board: {size} pixels</source>
        <translation>보드에 보낸 이미지: {size} 픽셀</translation>
    </message>
    <message>
        <source>Network input: {size} pixels</source>
        <translation>네트워크 입력: {size} 픽셀</translation>
    </message>
</context>
<context>
    <name>SeenStrip</name>
    <message>
        <source>Recent images</source>
        <translation>최근 사진</translation>
    </message>
</context>
<context>
    <name>SettingField</name>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Allowed: {least} to {most}.</source>
        <translation>가능한 값: {least}~{most}.</translation>
    </message>
    <message>
        <source>Allowed: {least} or more.</source>
        <translation>가능한 값: {least} 이상.</translation>
    </message>
    <message>
        <source>Allowed: more than {least}, up to {most}.</source>
        <translation>가능한 값: {least} 초과, {most} 이하.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>a class to exclude, or the path of an image in the data set</source>
        <translation>제외할 클래스, 또는 데이터 안의 사진 경로</translation>
    </message>
    <message>
        <source>accuracy that pruning may cost, in percentage points; the smallest network within this limit is searched for, and sparsity and filters are ignored</source>
        <translation>가지치기로 잃어도 되는 정확도(%p). 이 한도 안에서 가장 작은 신경망을 찾으며 sparsity와 filters는 무시함</translation>
    </message>
    <message>
        <source>augment the training images: mirror, shift and tint them</source>
        <translation>학습 사진 증강: 뒤집기, 옮기기, 색 바꾸기</translation>
    </message>
    <message>
        <source>batch size: images per training step</source>
        <translation>배치 크기: 학습 한 단계에 쓰는 사진 수</translation>
    </message>
    <message>
        <source>bits per quantized weight; the first and the last layer keep 8</source>
        <translation>양자화한 가중치의 비트 수. 첫 층과 마지막 층은 8 유지</translation>
    </message>
    <message>
        <source>bypass connections around Fire modules: none, simple (every second), complex (every)</source>
        <translation>Fire 모듈을 건너뛰는 우회 연결: none 없음, simple 하나 걸러, complex 모두</translation>
    </message>
    <message>
        <source>classes to merge into another class</source>
        <translation>다른 클래스에 합칠 클래스</translation>
    </message>
    <message>
        <source>distillation alpha: weight of the trained network&apos;s predictions against the labels</source>
        <translation>증류 알파: 정답 라벨에 대한, 학습된 신경망 예측의 비중</translation>
    </message>
    <message>
        <source>epochs of pruning and fine-tuning</source>
        <translation>가지치기와 미세 조정의 에포크 수</translation>
    </message>
    <message>
        <source>epochs of quantization-aware training</source>
        <translation>양자화 인식 학습의 에포크 수</translation>
    </message>
    <message>
        <source>fine-tune while pruning, or fit each layer to its outputs before pruning (fast, and better with few images)</source>
        <translation>가지치기하면서 미세 조정하거나, 각 층을 가지치기 전의 출력에 맞춥니다 (빠르고 사진이 적을 때 더 좋음)</translation>
    </message>
    <message>
        <source>fine-tune with quantized weights, or fit each layer to its float outputs (fast, and better with few images)</source>
        <translation>양자화한 가중치로 미세 조정하거나, 각 층을 float 출력에 맞춥니다 (빠르고 사진이 적을 때 더 좋음)</translation>
    </message>
    <message>
        <source>first epochs with starting weights in which only the last layer is trained</source>
        <translation>시작 가중치를 쓸 때 마지막 층만 학습하는 처음 에포크 수</translation>
    </message>
    <message>
        <source>folder or archive with images, or &apos;scenes&apos; (the sample scenes)</source>
        <translation>사진이 든 폴더나 압축 파일, 또는 &apos;scenes&apos;(예제 풍경)</translation>
    </message>
    <message>
        <source>fraction of the expand filters that are 3x3</source>
        <translation>확장(expand) 필터 중 3x3 필터의 비율</translation>
    </message>
    <message>
        <source>fraction of the filters removed before sparsity is applied</source>
        <translation>희소화 전에 통째로 없애는 필터의 비율</translation>
    </message>
    <message>
        <source>fraction of the images held out for the test</source>
        <translation>시험용으로 따로 두는 사진의 비율</translation>
    </message>
    <message>
        <source>fraction of the images used for validation</source>
        <translation>검증에 쓰는 사진의 비율</translation>
    </message>
    <message>
        <source>give images of rare classes more weight; auto: when class sizes differ a lot</source>
        <translation>드문 클래스의 사진에 가중치를 더 줌. auto: 클래스 크기가 크게 다를 때</translation>
    </message>
    <message>
        <source>how sparsity is distributed: one magnitude threshold for all layers, or the same sparsity in each</source>
        <translation>희소성 분포: 모든 층에 같은 문턱값, 또는 층마다 같은 희소성</translation>
    </message>
    <message>
        <source>image size: side of the square network input, in pixels</source>
        <translation>사진 크기: 정사각형 입력의 한 변(픽셀)</translation>
    </message>
    <message>
        <source>last checkpoints to keep</source>
        <translation>보관할 최근 체크포인트 수</translation>
    </message>
    <message>
        <source>let layers share a code table when that makes the file smaller</source>
        <translation>파일이 작아지면 층끼리 부호표를 함께 씀</translation>
    </message>
    <message>
        <source>like leave_out, but still listed; default: the known clutter of a known data set</source>
        <translation>leave_out과 같지만 목록에 남김. 기본값: 알려진 데이터의 잡동사니</translation>
    </message>
    <message>
        <source>memory for decoded images, in MB; the rest is cached on disk</source>
        <translation>펼친 사진을 담을 메모리(MB). 넘치면 디스크에 둠</translation>
    </message>
    <message>
        <source>near copies, such as the images of a burst: together (in one split) or anywhere (as in runs of older versions)</source>
        <translation>연달아 찍은 사진처럼 거의 같은 사진: together(한 분할에 함께) 또는 anywhere(이전 버전의 실행처럼 아무 데나)</translation>
    </message>
    <message>
        <source>network architecture</source>
        <translation>신경망 구조</translation>
    </message>
    <message>
        <source>number of sample scenes drawn per class</source>
        <translation>클래스마다 그릴 예제 풍경 수</translation>
    </message>
    <message>
        <source>own: the data set&apos;s own train, validation and test folders, if it has them; mixed: split all images again, near copies together</source>
        <translation>own: 데이터에 train, validation, test 폴더가 있으면 그대로 씀, mixed: 거의 같은 사진을 함께 두고 모든 사진을 새로 나눔</translation>
    </message>
    <message>
        <source>passes through the training images</source>
        <translation>학습 사진을 훑는 횟수</translation>
    </message>
    <message>
        <source>peak learning rate</source>
        <translation>최대 학습률</translation>
    </message>
    <message>
        <source>random seed</source>
        <translation>난수 시드</translation>
    </message>
    <message>
        <source>sparsity: fraction of the weights set to zero</source>
        <translation>희소성: 0으로 만드는 가중치의 비율</translation>
    </message>
    <message>
        <source>squeeze ratio: squeeze filters per expand filter</source>
        <translation>스퀴즈 비율: 확장(expand) 필터 하나당 압축(squeeze) 필터 수</translation>
    </message>
    <message>
        <source>starting weights: &apos;shipped&apos; (the program&apos;s starting network), &apos;imagenet&apos; (downloaded ImageNet weights), a .pth file in torchvision&apos;s format, or &apos;scratch&apos; (random)</source>
        <translation>시작 가중치: &apos;shipped&apos;(프로그램의 시작 신경망), &apos;imagenet&apos;(내려받은 ImageNet 가중치), torchvision 형식의 .pth 파일 또는 &apos;scratch&apos;(무작위)</translation>
    </message>
    <message>
        <source>training steps per checkpoint</source>
        <translation>체크포인트를 저장하는 학습 단계 간격</translation>
    </message>
    <message>
        <source>training steps per recorded loss</source>
        <translation>손실을 기록하는 학습 단계 간격</translation>
    </message>
    <message>
        <source>training steps per validation</source>
        <translation>검증하는 학습 단계 간격</translation>
    </message>
    <message>
        <source>training steps, instead of epochs</source>
        <translation>에포크 대신 쓰는 학습 단계 수</translation>
    </message>
    <message>
        <source>use a ReLU after the last convolution, as in the paper; only for starting weights</source>
        <translation>논문처럼 마지막 합성곱 뒤에 ReLU 사용. 시작 가중치를 쓸 때만</translation>
    </message>
    <message>
        <source>use grayscale instead of color</source>
        <translation>컬러 대신 흑백 사용</translation>
    </message>
    <message>
        <source>what to do with unreadable images</source>
        <translation>읽을 수 없는 사진을 어떻게 할지</translation>
    </message>
    <message>
        <source>width multiplier: factor on the number of filters of every layer</source>
        <translation>너비 배수: 모든 층의 필터 수에 곱하는 값</translation>
    </message>
    <message>
        <source>with starting weights: batch normalization keeps its statistics, which is better with few images</source>
        <translation>시작 가중치를 쓸 때 배치 정규화가 가진 통계를 유지합니다. 사진이 적을 때 더 좋습니다</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>Your runs</source>
        <translation>내 실행</translation>
    </message>
    <message>
        <source>Open a run…</source>
        <translation>실행 열기…</translation>
    </message>
    <message>
        <source>Cancel comparison</source>
        <translation>비교 취소</translation>
    </message>
    <message>
        <source>Deleted runs…</source>
        <translation>삭제된 실행…</translation>
    </message>
    <message numerus="yes">
        <source>Restore a deleted run. Deleted runs are kept for %Ln day(s).</source>
        <translation>
            <numerusform>삭제된 실행을 복원합니다. 삭제된 실행은 %Ln일 동안 보관됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a run folder, including runs made on the command line.</source>
        <translation>실행 폴더를 엽니다. 명령줄로 만든 것도 됩니다.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>Show {count} more</source>
        <translation>{count}개 더 보기</translation>
    </message>
    <message>
        <source>Choose a run to compare with &apos;{name}&apos;.</source>
        <translation>&apos;{name}&apos;와(과) 비교할 실행을 고르세요.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; was deleted.</source>
        <translation>&apos;{name}&apos; 실행을 삭제했습니다.</translation>
    </message>
    <message>
        <source>Freed {size} of &apos;{name}&apos;. Models and results are unchanged.</source>
        <translation>&apos;{name}&apos; 실행에서 {size}를 비웠습니다. 모델과 결과는 그대로입니다.</translation>
    </message>
    <message>
        <source>Rename the run</source>
        <translation>실행 이름 바꾸기</translation>
    </message>
    <message>
        <source>New name of &apos;{name}&apos;:</source>
        <translation>&apos;{name}&apos;의 새 이름:</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be renamed.</source>
        <translation>&apos;{name}&apos;의 이름을 바꿀 수 없습니다.</translation>
    </message>
    <message>
        <source>Restore &apos;{name}&apos;, deleted {when}</source>
        <translation>&apos;{name}&apos; 복원, 삭제 시각 {when}</translation>
    </message>
    <message>
        <source>Delete all permanently…</source>
        <translation>모두 영구 삭제…</translation>
    </message>
    <message>
        <source>Delete permanently?</source>
        <translation>영구 삭제할까요?</translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted run(s) will be removed from the disk.</source>
        <translation>
            <numerusform>삭제된 실행 %Ln개가 디스크에서 제거됩니다.</numerusform>
        </translation>
    </message>
    <message>
        <source>They cannot be restored afterwards.</source>
        <translation>이후에는 복원할 수 없습니다.</translation>
    </message>
    <message>
        <source>Delete permanently</source>
        <translation>영구 삭제</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be restored.</source>
        <translation>&apos;{name}&apos; 실행을 되살릴 수 없습니다.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be deleted.</source>
        <translation>&apos;{name}&apos; 실행을 삭제할 수 없습니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>폴더 보기</translation>
    </message>
</context>
<context>
    <name>SizeBars</name>
    <message>
        <source>Sizes</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>{factor} times smaller than AlexNet</source>
        <translation>AlexNet보다 {factor}배 작음</translation>
    </message>
    <message>
        <source>{size} with gzip</source>
        <translation>gzip으로 압축하면 {size}</translation>
    </message>
    <message>
        <source>{size}, with gzip {packed}</source>
        <translation>{size}, gzip {packed}</translation>
    </message>
    <message numerus="yes">
        <source>AlexNet, %Ln class(es)</source>
        <translation>
            <numerusform>AlexNet, 클래스 %Ln개</numerusform>
        </translation>
    </message>
    <message>
        <source>AlexNet, 1,000 classes</source>
        <translation>AlexNet, 클래스 1,000개</translation>
    </message>
    <message>
        <source>AlexNet, same classes</source>
        <translation>AlexNet, 같은 클래스</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Pruned</source>
        <translation>가지치기</translation>
    </message>
    <message>
        <source>Quantized (int8)</source>
        <translation>양자화 (int8)</translation>
    </message>
    <message>
        <source>Huffman-coded</source>
        <translation>Huffman 부호화</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>약 {size}</translation>
    </message>
    <message>
        <source>Not available yet.</source>
        <translation>아직 없습니다.</translation>
    </message>
    <message>
        <source>The published model.</source>
        <translation>발표된 모델입니다.</translation>
    </message>
    <message>
        <source>Calculated for the classes of this run.</source>
        <translation>이 실행의 클래스에 맞춰 계산했습니다.</translation>
    </message>
    <message>
        <source>Measured: the file size.</source>
        <translation>측정한 파일 크기입니다.</translation>
    </message>
    <message>
        <source>Estimated from the settings.</source>
        <translation>설정에서 추정한 값입니다.</translation>
    </message>
</context>
<context>
    <name>SizeChooser</name>
    <message>
        <source>more accurate</source>
        <translation>더 정확하게</translation>
    </message>
    <message>
        <source>smaller</source>
        <translation>더 작게</translation>
    </message>
    <message>
        <source>Find the smallest size automatically</source>
        <translation>가장 작은 크기 자동으로 찾기</translation>
    </message>
    <message>
        <source>Tries different amounts of pruning and uses the most that stays within this accuracy loss.</source>
        <translation>가지치기 정도를 바꿔 가며 시험하고, 이 정확도 손실 안에서 가장 큰 것을 씁니다.</translation>
    </message>
    <message>
        <source>Allowed accuracy loss (points)</source>
        <translation>허용 정확도 손실 (%p)</translation>
    </message>
    <message>
        <source>Smallest size</source>
        <translation>가장 작은 크기</translation>
    </message>
    <message>
        <source>{share} % removed</source>
        <translation>{share} % 제거</translation>
    </message>
    <message>
        <source>Searches for the smallest model. Allowed accuracy loss, in points: {points}.</source>
        <translation>가장 작은 모델을 찾습니다. 허용 정확도 손실(%p): {points}.</translation>
    </message>
    <message>
        <source>The file size cannot be estimated for this run.</source>
        <translation>이 실행에서는 파일 크기를 추정할 수 없습니다.</translation>
    </message>
    <message>
        <source>Final file after all steps: {factor} times smaller than without pruning.</source>
        <translation>모든 단계를 마친 파일: 가지치기를 안 할 때보다 {factor}배 작습니다.</translation>
    </message>
    <message>
        <source>Weights to remove, in percent</source>
        <translation>없앨 가중치의 비율(%)</translation>
    </message>
    <message>
        <source>How many weights are removed. The more, the smaller the file.</source>
        <translation>가중치를 얼마나 없앨지 정합니다. 많이 없앨수록 파일이 작아집니다.</translation>
    </message>
    <message>
        <source>Allowed accuracy loss, in points</source>
        <translation>허용 정확도 손실(%p)</translation>
    </message>
    <message>
        <source>One point is one image in a hundred.</source>
        <translation>1%p는 사진 백 장 중 한 장입니다.</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>약 {size}</translation>
    </message>
</context>
<context>
    <name>SizeFigures</name>
    <message>
        <source>Quantized</source>
        <translation>양자화 후</translation>
    </message>
    <message>
        <source>Huffman-coded</source>
        <translation>Huffman 부호화 후</translation>
    </message>
    <message>
        <source>{factor} times smaller, {alexnet} times smaller than AlexNet. Accuracy: {accuracy}.</source>
        <translation>{factor}배 작고, AlexNet보다 {alexnet}배 작습니다. 정확도 {accuracy}.</translation>
    </message>
    <message>
        <source>The quantized file had {before}: it was measured in another runtime, which rounds differently. In the same runtime, both files give the same outputs.</source>
        <translation>양자화된 파일은 {before}였습니다. 반올림 방식이 다른 런타임에서 측정했기 때문입니다. 같은 런타임에서는 두 파일의 출력이 같습니다.</translation>
    </message>
</context>
<context>
    <name>SizesCard</name>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Logarithmic scale: each line is ten times the one before. Beside each bar: how many times smaller than AlexNet. The pale part is what gzip would save.</source>
        <translation>로그 눈금으로, 눈금마다 열 배씩 커집니다. 막대 옆은 AlexNet보다 몇 배 작은지입니다. 옅은 부분은 gzip이 줄일 수 있는 만큼입니다.</translation>
    </message>
</context>
<context>
    <name>StagePage</name>
    <message>
        <source>You can stop at any time: finished work is saved.</source>
        <translation>언제든 멈출 수 있습니다. 끝난 작업은 저장됩니다.</translation>
    </message>
    <message>
        <source>Another task is running.</source>
        <translation>다른 작업이 진행 중입니다.</translation>
    </message>
    <message>
        <source>Also repeats {steps}: the settings changed there.</source>
        <translation>설정이 바뀐 {steps} 단계도 다시 실행합니다.</translation>
    </message>
    <message>
        <source>Also repeats {steps}: the images of this run changed.</source>
        <translation>이 실행의 사진이 바뀌어 {steps} 단계도 다시 실행합니다.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>Next: {step}</source>
        <translation>다음: {step}</translation>
    </message>
    <message>
        <source>{step} comes first.</source>
        <translation>{step} 단계가 먼저입니다.</translation>
    </message>
    <message>
        <source>Go to {step}</source>
        <translation>{step} 단계로</translation>
    </message>
</context>
<context>
    <name>StageResults</name>
    <message>
        <source>Results</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>No mistakes on the test images.</source>
        <translation>시험 사진에서 틀린 것이 없습니다.</translation>
    </message>
    <message>
        <source>The line on a bar marks the value before.</source>
        <translation>막대 위의 선은 이전 값입니다.</translation>
    </message>
    <message>
        <source>Accuracy on the test images, lowest class first.</source>
        <translation>시험 사진에서의 정확도, 낮은 클래스부터.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>혼동</translation>
    </message>
    <message>
        <source>Wrong predictions with the highest confidence.</source>
        <translation>확신이 가장 높았던 틀린 예측입니다.</translation>
    </message>
    <message>
        <source>Worst mistakes</source>
        <translation>가장 큰 실수</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>확실하지 않음</translation>
    </message>
</context>
<context>
    <name>StageRows</name>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>오래됨</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>약 {time}</translation>
    </message>
</context>
<context>
    <name>StartPage</name>
    <message>
        <source>From photos to a board that sees</source>
        <translation>사진에서, 볼 줄 아는 보드까지</translation>
    </message>
    <message>
        <source>Choose the images to classify. The program makes a network that runs on a microcontroller.</source>
        <translation>분류할 사진을 고르세요. 마이크로컨트롤러에서 돌아가는 신경망을 만들어 드립니다.</translation>
    </message>
    <message>
        <source>Try the sample scenes</source>
        <translation>예제 풍경으로 해 보기</translation>
    </message>
    <message>
        <source>Six kinds of landscape drawn by the program. No download needed.</source>
        <translation>프로그램이 그리는 여섯 가지 풍경입니다. 내려받을 것이 없습니다.</translation>
    </message>
    <message>
        <source>Take photos</source>
        <translation>사진 촬영</translation>
    </message>
    <message>
        <source>Take photos of two or more things with this computer&apos;s camera.</source>
        <translation>이 컴퓨터의 카메라로 두 가지 이상의 사물을 촬영합니다.</translation>
    </message>
    <message>
        <source>Drop photos or a run here</source>
        <translation>사진이나 실행을 여기에 놓으세요</translation>
    </message>
    <message>
        <source>Open a run…</source>
        <translation>실행 열기…</translation>
    </message>
</context>
<context>
    <name>StartWeights</name>
    <message>
        <source>Starting weights</source>
        <translation>시작 가중치</translation>
    </message>
    <message>
        <source>Starting network (included)</source>
        <translation>시작 신경망 (포함됨)</translation>
    </message>
    <message>
        <source>A file…</source>
        <translation>파일…</translation>
    </message>
    <message>
        <source>From scratch</source>
        <translation>처음부터</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>내려받기</translation>
    </message>
    <message>
        <source>Download ImageNet weights</source>
        <translation>ImageNet 가중치 내려받기</translation>
    </message>
    <message>
        <source>ImageNet weights (download, 5 MB)</source>
        <translation>ImageNet 가중치(내려받기, 5 MB)</translation>
    </message>
    <message>
        <source>File with starting weights</source>
        <translation>시작 가중치 파일</translation>
    </message>
    <message>
        <source>The chosen network has different layers, so it is trained from scratch.</source>
        <translation>고른 신경망은 층이 달라 처음부터 학습합니다.</translation>
    </message>
    <message>
        <source>Pretrained on general images: thirty images per class are enough.</source>
        <translation>일반 사진으로 미리 학습했습니다. 클래스마다 사진 서른 장이면 충분합니다.</translation>
    </message>
    <message>
        <source>A SqueezeNet file in torchvision&apos;s format (.pth). Training continues from its weights.</source>
        <translation>torchvision 형식의 SqueezeNet 파일(.pth)입니다. 그 가중치에서 학습을 시작합니다.</translation>
    </message>
    <message>
        <source>Learns only from your images. This takes thousands of images.</source>
        <translation>내 사진만으로 학습합니다. 사진이 수천 장 필요합니다.</translation>
    </message>
    <message>
        <source>Not available for this network. Needs SqueezeNet 1.0 or 1.1, width 1, no bypass.</source>
        <translation>이 신경망에는 쓸 수 없습니다. SqueezeNet 1.0이나 1.1, 너비 1, 우회 없음이 필요합니다.</translation>
    </message>
    <message>
        <source>torchvision&apos;s SqueezeNet, pretrained on ImageNet (a million images): {file}.</source>
        <translation>ImageNet(사진 백만 장)으로 미리 학습한 torchvision의 SqueezeNet입니다: {file}.</translation>
    </message>
    <message>
        <source>torchvision&apos;s SqueezeNet, pretrained on ImageNet (a million images). Download it from {host} once?</source>
        <translation>ImageNet(사진 백만 장)으로 미리 학습한 torchvision의 SqueezeNet입니다. {host}에서 한 번 내려받을까요?</translation>
    </message>
    <message>
        <source>{file} is damaged. Download it from {host} again?</source>
        <translation>{file} 파일이 손상되었습니다. {host}에서 다시 내려받을까요?</translation>
    </message>
    <message>
        <source>ImageNet weights</source>
        <translation>ImageNet 가중치</translation>
    </message>
    <message>
        <source>Weights (*.pth)</source>
        <translation>가중치 (*.pth)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Building firmware with {tool}</source>
        <translation>{tool}(으)로 펌웨어를 빌드하는 중</translation>
    </message>
    <message>
        <source>Calibrating the probabilities</source>
        <translation>확률을 보정하는 중</translation>
    </message>
    <message>
        <source>Choosing code tables</source>
        <translation>부호표를 고르는 중</translation>
    </message>
    <message>
        <source>Checking the images</source>
        <translation>사진을 점검하는 중</translation>
    </message>
    <message>
        <source>AlexNet, epoch {epoch} of {epochs}: {accuracy} on the validation images</source>
        <translation>AlexNet, 에포크 {epoch}/{epochs}: 검증 이미지 정확도 {accuracy}</translation>
    </message>
    <message>
        <source>Checking the labels</source>
        <translation>레이블 확인 중</translation>
    </message>
    <message>
        <source>Choosing the threshold for “not sure”</source>
        <translation>“확실하지 않음”의 기준을 정하는 중</translation>
    </message>
    <message>
        <source>Comparing the board with the file on test images</source>
        <translation>시험 사진으로 보드와 파일을 비교하는 중</translation>
    </message>
    <message>
        <source>Comparing the outputs in TensorFlow Lite Micro</source>
        <translation>TensorFlow Lite Micro에서 출력을 비교하는 중</translation>
    </message>
    <message>
        <source>Comparing the outputs of both models</source>
        <translation>두 모델의 출력을 비교하는 중</translation>
    </message>
    <message>
        <source>Comparing with the float model</source>
        <translation>float 모델과 비교하는 중</translation>
    </message>
    <message>
        <source>Connecting to the cluster</source>
        <translation>클러스터에 연결하는 중</translation>
    </message>
    <message>
        <source>Converting to an int8 TensorFlow Lite model</source>
        <translation>int8 TensorFlow Lite 모델로 변환하는 중</translation>
    </message>
    <message>
        <source>Downloading firmware from {address}</source>
        <translation>{address}에서 펌웨어를 내려받는 중</translation>
    </message>
    <message>
        <source>Downloading the Docker image {image}</source>
        <translation>Docker 이미지 {image} 내려받는 중</translation>
    </message>
    <message>
        <source>Downloading {name} from {host}</source>
        <translation>{host}에서 {name} 내려받는 중</translation>
    </message>
    <message>
        <source>Drawing the sample scenes</source>
        <translation>예제 풍경을 그리는 중</translation>
    </message>
    <message>
        <source>Encoding the weights</source>
        <translation>가중치를 부호화하는 중</translation>
    </message>
    <message>
        <source>Estimating the accuracy on new images</source>
        <translation>새 사진에서의 정확도를 추정하는 중</translation>
    </message>
    <message>
        <source>Fitting each layer to its outputs before pruning</source>
        <translation>각 층을 가지치기 전의 출력에 맞추는 중</translation>
    </message>
    <message>
        <source>Identifying the board</source>
        <translation>보드를 식별하는 중</translation>
    </message>
    <message>
        <source>Installing ESP-IDF {release} with eim</source>
        <translation>eim으로 ESP-IDF {release} 설치 중</translation>
    </message>
    <message>
        <source>Loading the images</source>
        <translation>사진을 불러오는 중</translation>
    </message>
    <message>
        <source>Loading the models</source>
        <translation>모델을 불러오는 중</translation>
    </message>
    <message>
        <source>Loading the starting network</source>
        <translation>시작 신경망을 불러오는 중</translation>
    </message>
    <message>
        <source>Looking at the images with the starting network</source>
        <translation>시작 네트워크로 이미지를 살펴보는 중</translation>
    </message>
    <message>
        <source>Measuring accuracy on the test images</source>
        <translation>시험 사진으로 정확도를 측정하는 중</translation>
    </message>
    <message>
        <source>Predicting the test images</source>
        <translation>테스트 이미지를 예측하는 중</translation>
    </message>
    <message>
        <source>Preparing the network</source>
        <translation>신경망을 준비하는 중</translation>
    </message>
    <message>
        <source>Quantizing each layer and fitting its outputs</source>
        <translation>각 층을 양자화하고 출력에 맞추는 중</translation>
    </message>
    <message>
        <source>Searching for images</source>
        <translation>사진을 찾는 중</translation>
    </message>
    <message>
        <source>Sending the images to the workers</source>
        <translation>워커에 이미지를 보내는 중</translation>
    </message>
    <message>
        <source>That failed. Trying again in slow, reliable mode</source>
        <translation>실패했습니다. 느리고 안정적인 모드로 다시 시도하는 중</translation>
    </message>
    <message>
        <source>Timing each operator in LiteRT</source>
        <translation>LiteRT에서 연산자마다 시간을 재는 중</translation>
    </message>
    <message>
        <source>Training a classifier on the network&apos;s features</source>
        <translation>신경망의 특징으로 분류기를 학습하는 중</translation>
    </message>
    <message>
        <source>Training on the images</source>
        <translation>사진으로 학습하는 중</translation>
    </message>
    <message>
        <source>Trying {sparsity} % sparsity with {filters} % of the filters removed</source>
        <translation>필터 {filters} % 제거, 희소성 {sparsity} % 시도 중</translation>
    </message>
    <message>
        <source>Unpacking the images of CIFAR-10</source>
        <translation>CIFAR-10 사진의 압축을 푸는 중</translation>
    </message>
    <message>
        <source>{board}, simulated on this computer, listens at {address}</source>
        <translation>이 컴퓨터에서 시뮬레이션하는 {board}, 주소 {address}</translation>
    </message>
    <message>
        <source>{name} failed: {reason}</source>
        <translation>{name} 실패: {reason}</translation>
    </message>
    <message>
        <source>{name}: {accuracy}, {size}</source>
        <translation>{name}: {accuracy}, {size}</translation>
    </message>
    <message>
        <source>Unpacking {name}</source>
        <translation>{name} 압축을 푸는 중</translation>
    </message>
    <message>
        <source>Verifying the decoded weights</source>
        <translation>복호화한 가중치를 검증하는 중</translation>
    </message>
    <message>
        <source>Writing is finished. This port cannot restart the board: please press its reset button</source>
        <translation>기록이 끝났습니다. 이 포트로는 보드를 다시 시작할 수 없으니 리셋 버튼을 눌러 주세요</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>보고서를 쓰는 중</translation>
    </message>
    <message>
        <source>Writing {output}</source>
        <translation>{output} 파일을 쓰는 중</translation>
    </message>
</context>
<context>
    <name>Step</name>
    <message>
        <source>Photos</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Choose the images to classify.</source>
        <translation>분류할 사진을 고르세요.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Train a small network on your images.</source>
        <translation>내 사진으로 작은 신경망을 학습합니다.</translation>
    </message>
    <message>
        <source>Remove the weights that matter least.</source>
        <translation>가장 덜 중요한 가중치를 없앱니다.</translation>
    </message>
    <message>
        <source>Store each weight with fewer bits.</source>
        <translation>가중치마다 더 적은 비트로 저장합니다.</translation>
    </message>
    <message>
        <source>Lossless compression: frequent values get short codes.</source>
        <translation>무손실 압축: 자주 나오는 값에 짧은 부호를 줍니다.</translation>
    </message>
    <message>
        <source>Run the model on a board.</source>
        <translation>모델을 보드에서 실행합니다.</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>What your finished model is worth.</source>
        <translation>완성된 모델이 얼마나 좋은지 봅니다.</translation>
    </message>
    <message>
        <source>Prune</source>
        <translation>가지치기</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation>양자화</translation>
    </message>
    <message>
        <source>Huffman</source>
        <translation>Huffman</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>보드</translation>
    </message>
</context>
<context>
    <name>StepState</name>
    <message>
        <source>waiting for the previous step</source>
        <translation>앞 단계를 기다리는 중</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>interrupted: can be continued</source>
        <translation>중단됨: 이어서 할 수 있음</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>out of date: settings changed</source>
        <translation>오래됨: 설정이 바뀜</translation>
    </message>
</context>
<context>
    <name>Sureness</name>
    <message>
        <source>If no class reaches {probability}, the prediction is “not sure”, on the board too: the image may show none of the classes.</source>
        <translation>어떤 클래스도 {probability}에 이르지 못하면 보드에서도 “확실하지 않음”으로 예측합니다. 사진에 어떤 클래스도 없을 수 있습니다.</translation>
    </message>
    <message>
        <source>The threshold comes from the validation images: {passed} of the correct predictions reach it.</source>
        <translation>기준은 검증 사진으로 정했습니다. 맞힌 예측의 {passed}가 기준에 이릅니다.</translation>
    </message>
    <message>
        <source>On the test images, {sure} of the predictions are sure. Their accuracy is {accuracy}.</source>
        <translation>시험 사진에서는 예측의 {sure}가 확실하며, 그 정확도는 {accuracy}입니다.</translation>
    </message>
    <message>
        <source>This model always predicts a class: it has no threshold. An older version made it, or it is right about no validation image.</source>
        <translation>이 모델은 항상 클래스 하나를 예측합니다. 기준이 없습니다. 이전 버전이 만들었거나, 검증 사진을 한 장도 맞히지 못합니다.</translation>
    </message>
    <message>
        <source>Drawn scenes</source>
        <translation>그려 낸 풍경</translation>
    </message>
    <message>
        <source>Other classes</source>
        <translation>다른 클래스</translation>
    </message>
    <message>
        <source>Noise, bare walls</source>
        <translation>잡음, 빈 벽</translation>
    </message>
    <message>
        <source>{kind}: {rejected} of {count} images get “not sure”.</source>
        <translation>{kind}: 사진 {count}장 중 {rejected}장이 “확실하지 않음”입니다.</translation>
    </message>
</context>
<context>
    <name>SurenessView</name>
    <message>
        <source>Images that show none of the classes, and how many of them get “not sure”:</source>
        <translation>어떤 클래스도 없는 사진 가운데 “확실하지 않음”이 되는 비율:</translation>
    </message>
    <message>
        <source>Unrelated images rejected as “not sure”</source>
        <translation>“확실하지 않음”으로 걸러 낸 무관한 사진</translation>
    </message>
</context>
<context>
    <name>TensorBoardLine</name>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Open TensorBoard in the browser</source>
        <translation>브라우저에서 TensorBoard 열기</translation>
    </message>
    <message>
        <source>Stop TensorBoard</source>
        <translation>TensorBoard 중지</translation>
    </message>
    <message>
        <source>Starting TensorBoard…</source>
        <translation>TensorBoard를 시작하는 중…</translation>
    </message>
    <message>
        <source>TensorBoard is running at {address}.</source>
        <translation>TensorBoard가 {address}에서 실행 중입니다.</translation>
    </message>
</context>
<context>
    <name>TensorBoardPage</name>
    <message>
        <source>Open in TensorBoard</source>
        <translation>TensorBoard에서 열기</translation>
    </message>
    <message>
        <source>Shows curves, graphs, weights and mistakes of this run in the browser. Only this computer can open the page.</source>
        <translation>이 실행의 곡선, 그래프, 가중치, 실수를 브라우저에 보여 줍니다. 이 컴퓨터에서만 페이지를 열 수 있습니다.</translation>
    </message>
    <message>
        <source>TensorBoard ended unexpectedly.</source>
        <translation>TensorBoard가 예기치 않게 끝났습니다.</translation>
    </message>
</context>
<context>
    <name>TimeView</name>
    <message>
        <source>Use these settings</source>
        <translation>이 설정 쓰기</translation>
    </message>
    <message>
        <source>They take effect when you train again.</source>
        <translation>다시 학습하면 적용됩니다.</translation>
    </message>
    <message>
        <source>Time on the board</source>
        <translation>보드에서 걸리는 시간</translation>
    </message>
    <message>
        <source>Fast on this chip (under {limit}), with {accuracy} of the test images correct.</source>
        <translation>이 칩에서 빠릅니다({limit} 미만). 테스트 이미지의 {accuracy}가 맞았습니다.</translation>
    </message>
    <message>
        <source>photos of {size} pixels, width {width}</source>
        <translation>사진 {size}픽셀, 너비 {width}</translation>
    </message>
    <message>
        <source>Fast on {chip} (under {limit}): {settings}, about {time}.</source>
        <translation>{chip}에서 빠른 설정({limit} 미만): {settings}, 약 {time}.</translation>
    </message>
    <message>
        <source>The run {run} has these settings: {accuracy} of the test images correct.</source>
        <translation>실행 {run}이(가) 이 설정입니다. 테스트 이미지의 {accuracy}가 맞았습니다.</translation>
    </message>
    <message>
        <source>Estimated: {time} per image, from {products} million multiplications of {cycles} cycles and {weights} million decoded weights of {decoding} cycles, at {clock} MHz. The cycles: {source}.</source>
        <translation>추정: 이미지당 {time}. 곱셈 {products}백만 번(각 {cycles}사이클)과 복호화한 가중치 {weights}백만 개(각 {decoding}사이클), {clock} MHz 기준. 사이클 출처: {source}.</translation>
    </message>
    <message>
        <source>Measured on the board: {time} per image.</source>
        <translation>보드에서 측정: 이미지당 {time}.</translation>
    </message>
    <message>
        <source>{number}. {size} x {size} convolution to {height} x {width} x {channels}</source>
        <translation>{number}. {size} x {size} 합성곱, 출력 {height} x {width} x {channels}</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Accuracy over time</source>
        <translation>시간에 따른 정확도</translation>
    </message>
    <message>
        <source>{stage}: {accuracy} on the test images</source>
        <translation>{stage}: 시험 사진 {accuracy}</translation>
    </message>
    <message>
        <source>No results yet.</source>
        <translation>아직 결과가 없습니다.</translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Loss (lower is better)</source>
        <translation>손실 (낮을수록 좋음)</translation>
    </message>
    <message>
        <source>Show all (Home)</source>
        <translation>모두 보기 (Home)</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>on the test images</source>
        <translation>시험 사진 기준</translation>
    </message>
    <message>
        <source>on the validation images, so far</source>
        <translation>검증 사진 기준, 현재까지</translation>
    </message>
</context>
<context>
    <name>Train</name>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>simple</source>
        <translation>단순</translation>
    </message>
    <message>
        <source>complex</source>
        <translation>복합</translation>
    </message>
    <message>
        <source>AlexNet (for comparison)</source>
        <translation>AlexNet (비교용)</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>always</source>
        <translation>항상</translation>
    </message>
    <message>
        <source>never</source>
        <translation>안 함</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>너비</translation>
    </message>
    <message>
        <source>Bypass</source>
        <translation>우회 연결</translation>
    </message>
    <message>
        <source>Squeeze ratio</source>
        <translation>스퀴즈 비율</translation>
    </message>
    <message>
        <source>3x3 filter fraction</source>
        <translation>3x3 필터의 비율</translation>
    </message>
    <message>
        <source>Peak learning rate</source>
        <translation>최대 학습률</translation>
    </message>
    <message>
        <source>Class weights</source>
        <translation>클래스 가중치</translation>
    </message>
    <message>
        <source>Epochs of the last layer only</source>
        <translation>마지막 층만 학습하는 에포크</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>학습 스텝</translation>
    </message>
    <message>
        <source>Steps per validation</source>
        <translation>검증 간격(스텝)</translation>
    </message>
    <message>
        <source>Steps per checkpoint</source>
        <translation>체크포인트 간격(스텝)</translation>
    </message>
    <message>
        <source>Steps per recorded loss</source>
        <translation>손실 기록 간격(스텝)</translation>
    </message>
    <message>
        <source>Checkpoints to keep</source>
        <translation>보관할 체크포인트 수</translation>
    </message>
    <message>
        <source>Random seed</source>
        <translation>난수 시드</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Train again</source>
        <translation>다시 학습</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>설정 바꾸기</translation>
    </message>
    <message>
        <source>You can stop at any time: finished epochs are saved.</source>
        <translation>언제든 멈출 수 있습니다. 끝난 에포크는 저장됩니다.</translation>
    </message>
    <message>
        <source>All epochs are finished. Only measuring remains.</source>
        <translation>에포크는 모두 끝났고 측정만 남았습니다.</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>내려받기</translation>
    </message>
    <message>
        <source>Compare networks…</source>
        <translation>네트워크 비교…</translation>
    </message>
    <message>
        <source>Train small networks of many sizes on your images and see what each needs.</source>
        <translation>내 이미지로 여러 크기의 작은 네트워크를 학습하고 각각 무엇이 필요한지 확인합니다.</translation>
    </message>
    <message>
        <source>How wrong the predictions are: lower is better.</source>
        <translation>예측이 얼마나 틀렸는지입니다. 낮을수록 좋습니다.</translation>
    </message>
    <message>
        <source>Accuracy on the validation images after the last epoch.</source>
        <translation>마지막 에포크 뒤 검증 사진에서의 정확도입니다.</translation>
    </message>
    <message>
        <source>Accuracy after training</source>
        <translation>학습 뒤 정확도</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
</context>
<context>
    <name>Trial</name>
    <message>
        <source>Trained</source>
        <translation>학습 후</translation>
    </message>
    <message>
        <source>Pruned</source>
        <translation>가지치기 후</translation>
    </message>
    <message>
        <source>Quantized (int8)</source>
        <translation>양자화 후 (int8)</translation>
    </message>
    <message>
        <source>Huffman-coded</source>
        <translation>Huffman 부호화 후</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>확실하지 않음</translation>
    </message>
    <message>
        <source>{stage}: {answers}. {time} on this computer.</source>
        <translation>{stage}: {answers}. 이 컴퓨터에서 {time}.</translation>
    </message>
    <message>
        <source>{stage}: not sure, no class is above the threshold. {answers}. {time} on this computer.</source>
        <translation>{stage}: 확실하지 않음, 기준을 넘는 클래스가 없습니다. {answers}. 이 컴퓨터에서 {time}.</translation>
    </message>
</context>
<context>
    <name>TriedStrip</name>
    <message>
        <source>Images that were tried</source>
        <translation>시험해 본 사진</translation>
    </message>
</context>
<context>
    <name>TriedView</name>
    <message>
        <source>The square that the model was given</source>
        <translation>모델에 준 정사각형</translation>
    </message>
</context>
<context>
    <name>TroubleView</name>
    <message>
        <source>Check these in order</source>
        <translation>차례대로 확인해 보세요</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>기술 정보</translation>
    </message>
    <message>
        <source>Your board is not in the list?</source>
        <translation>보드가 목록에 없나요?</translation>
    </message>
    <message>
        <source>Its port appears within a second after you plug it in.</source>
        <translation>꽂으면 1초 안에 포트가 목록에 나타납니다.</translation>
    </message>
</context>
<context>
    <name>TryStrip</name>
    <message>
        <source>Drop photos here to try them</source>
        <translation>시험해 볼 사진을 여기에 놓으세요</translation>
    </message>
    <message>
        <source>Drop photos here.</source>
        <translation>사진을 여기에 놓으세요.</translation>
    </message>
    <message>
        <source>Images ({patterns})</source>
        <translation>사진 ({patterns})</translation>
    </message>
    <message>
        <source>Photos to try</source>
        <translation>시험해 볼 사진</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>시험해 보기</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>카메라</translation>
    </message>
    <message>
        <source>Try what this computer&apos;s camera sees.</source>
        <translation>이 컴퓨터의 카메라에 보이는 것을 시험해 봅니다.</translation>
    </message>
    <message>
        <source>Which camera</source>
        <translation>카메라 선택</translation>
    </message>
    <message>
        <source>Photos…</source>
        <translation>사진…</translation>
    </message>
    <message>
        <source>Choose photos to try</source>
        <translation>시험해 볼 사진 선택</translation>
    </message>
    <message>
        <source>Heat map</source>
        <translation>히트맵</translation>
    </message>
    <message>
        <source>Show where the network looked, or the photo alone.</source>
        <translation>신경망이 본 곳을 보여 주거나 사진만 보여 줍니다.</translation>
    </message>
    <message>
        <source>The settings of {step} have changed: the answers are those of the earlier model.</source>
        <translation>{step}의 설정이 바뀌었습니다. 답은 이전 모델의 것입니다.</translation>
    </message>
    <message>
        <source>Out of date and not shown: {steps}. Run these steps again to try them.</source>
        <translation>오래되어 보이지 않음: {steps}. 시험해 보려면 이 단계를 다시 실행하세요.</translation>
    </message>
    <message>
        <source>Loading the models…</source>
        <translation>모델을 불러오는 중…</translation>
    </message>
    <message>
        <source>The board&apos;s camera</source>
        <translation>보드의 카메라</translation>
    </message>
    <message>
        <source>The models are loaded.</source>
        <translation>모델을 불러왔습니다.</translation>
    </message>
    <message>
        <source>Red: where the trained network looked for “{name}”.</source>
        <translation>빨간색: 학습한 신경망이 “{name}”에서 본 곳입니다.</translation>
    </message>
    <message>
        <source>No part of the photo speaks for “{name}” by itself.</source>
        <translation>사진의 어느 부분도 그 자체로 “{name}”을(를) 나타내지 않습니다.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>Run the step {step} again.</source>
        <translation>{step} 단계를 다시 실행하세요.</translation>
    </message>
    <message>
        <source>Run again</source>
        <translation>다시 실행</translation>
    </message>
    <message>
        <source>The models ended unexpectedly. Your run is unchanged.</source>
        <translation>모델이 예기치 않게 끝났습니다. 실행은 그대로입니다.</translation>
    </message>
    <message>
        <source>You can drop or choose photos instead.</source>
        <translation>대신 사진을 놓거나 선택할 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>Images</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>excluded</source>
        <translation>제외됨</translation>
    </message>
    <message>
        <source>{used} of {count} used</source>
        <translation>{count}장 중 {used}장 사용</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>선택됨</translation>
    </message>
    <message>
        <source>not selected</source>
        <translation>선택되지 않음</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s) selected</source>
        <translation>
            <numerusform>사진 %Ln장 선택됨</numerusform>
        </translation>
    </message>
    <message>
        <source>{width} x {height} pixels</source>
        <translation>{width} x {height} 픽셀</translation>
    </message>
    <message>
        <source>not usable</source>
        <translation>쓸 수 없음</translation>
    </message>
    <message>
        <source>excluded: the same image is in another class</source>
        <translation>제외됨: 같은 사진이 다른 클래스에 있음</translation>
    </message>
    <message>
        <source>excluded: the same image is in a later split</source>
        <translation>제외됨: 같은 사진이 뒤 분할에 있음</translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Close Squeeze Studio?</source>
        <translation>Squeeze Studio를 닫을까요?</translation>
    </message>
    <message>
        <source>A task is still running.</source>
        <translation>작업이 아직 진행 중입니다.</translation>
    </message>
    <message>
        <source>Finished work is saved. You can continue next time.</source>
        <translation>끝난 작업은 저장됩니다. 다음에 이어서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>중지하고 닫기</translation>
    </message>
    <message>
        <source>Keep working</source>
        <translation>계속 작업</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>{low} to {high} %</source>
        <translation>{low}~{high} %</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds}초</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes}분</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours}시간 {minutes}분</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>{time} 남음</translation>
    </message>
</context>
<context>
    <name>WorkerDialog</name>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>The worker ended unexpectedly.</source>
        <translation>작업 프로세스가 예기치 않게 종료되었습니다.</translation>
    </message>
    <message>
        <source>Start it again.</source>
        <translation>다시 시작하십시오.</translation>
    </message>
</context>
<context>
    <name>YardstickCard</name>
    <message>
        <source>Compared with AlexNet</source>
        <translation>AlexNet과 비교</translation>
    </message>
    <message>
        <source>Size of each file</source>
        <translation>파일별 크기</translation>
    </message>
    <message>
        <source>Accuracy of each file</source>
        <translation>파일별 정확도</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>Accuracy on the test images</source>
        <translation>시험 이미지 정확도</translation>
    </message>
    <message>
        <source>Training…</source>
        <translation>학습 중…</translation>
    </message>
    <message>
        <source>Train AlexNet on these images</source>
        <translation>이 이미지로 AlexNet 학습</translation>
    </message>
    <message>
        <source>AlexNet won the ImageNet challenge in 2012. It can learn from the same images, for as many epochs. It is much larger, so this takes several times as long as training did.</source>
        <translation>AlexNet은 2012년 ImageNet 대회에서 우승했습니다. 같은 이미지로 같은 에포크 수만큼 학습할 수 있습니다. 훨씬 크므로 학습보다 몇 배 오래 걸립니다.</translation>
    </message>
    <message>
        <source>AlexNet ({parameters} parameters) learned from scratch, from the same images and for as many epochs.</source>
        <translation>AlexNet(매개변수 {parameters}개)은 같은 이미지로 같은 에포크 수만큼 처음부터 학습했습니다.</translation>
    </message>
    <message>
        <source>The network of this run started from weights that were trained before.</source>
        <translation>이 실행의 네트워크는 미리 학습된 가중치에서 시작했습니다.</translation>
    </message>
    <message>
        <source>AlexNet</source>
        <translation>AlexNet</translation>
    </message>
    <message>
        <source>{name}: {size}, {factor} times smaller than AlexNet ({file})</source>
        <translation>{name}: {size}, AlexNet보다 {factor}배 작음 ({file})</translation>
    </message>
</context>
</TS>
