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
        <source>Free software: use it for whatever you like, look how it works, pass it on, change it. It comes without any warranty. What it makes, your models and firmware, is yours.</source>
        <translation>자유 소프트웨어입니다. 어떤 용도로든 쓰고, 작동 방식을 살펴보고, 나누고, 고칠 수 있습니다. 어떠한 보증도 없습니다. 만들어진 모델과 펌웨어는 사용자의 것입니다.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Version {version} · licence {licence}</source>
        <translation>버전 {version} · 라이선스 {licence}</translation>
    </message>
    <message>
        <source>What the program stands on</source>
        <translation>프로그램이 바탕으로 삼는 것</translation>
    </message>
    <message>
        <source>Text of the licence</source>
        <translation>라이선스 전문</translation>
    </message>
    <message>
        <source>The package brings no text of its licence; its name stands above.</source>
        <translation>이 패키지에는 라이선스 전문이 들어 있지 않습니다. 이름은 위에 있습니다.</translation>
    </message>
</context>
<context>
    <name>Accuracy</name>
    <message>
        <source>Not measured yet.</source>
        <translation>아직 측정하지 않았습니다.</translation>
    </message>
    <message>
        <source>In 95 cases of 100 the true accuracy is in this range: the 95 % interval.</source>
        <translation>백 번 중 아흔다섯 번은 참 정확도가 이 범위에 있습니다(95 % 구간).</translation>
    </message>
    <message>
        <source>{range} on {pictures} pictures it had never seen</source>
        <translation>처음 보는 사진 {pictures}장에서 {range}</translation>
    </message>
    <message>
        <source>Estimated for new pictures like these: {accuracy} ({range}), by cross-validation over all {pictures} pictures.</source>
        <translation>이런 새 사진에서의 추정값: {accuracy} ({range}). 사진 {pictures}장 모두로 교차 검증했습니다.</translation>
    </message>
    <message>
        <source>That is with what the starting network knows; this run began from scratch.</source>
        <translation>시작 신경망이 아는 것을 쓴 값이며, 이 실행은 처음부터 학습했습니다.</translation>
    </message>
    <message>
        <source>Lower elsewhere: all pictures of {names} are one burst.</source>
        <translation>다른 곳에서는 더 낮습니다. {names}의 사진은 모두 한 번에 연달아 찍은 것입니다.</translation>
    </message>
    <message>
        <source>Measured on {pictures} pictures it had never seen.</source>
        <translation>처음 보는 사진 {pictures}장으로 측정했습니다.</translation>
    </message>
    <message>
        <source>Just as accurate as before.</source>
        <translation>정확도가 이전과 같습니다.</translation>
    </message>
    <message>
        <source>{points} points less, which can be chance.</source>
        <translation>{points}%p 낮아졌습니다. 우연일 수 있습니다.</translation>
    </message>
    <message>
        <source>{points} points more, which can be chance.</source>
        <translation>{points}%p 높아졌습니다. 우연일 수 있습니다.</translation>
    </message>
    <message>
        <source>{points} points less accurate than before.</source>
        <translation>이전보다 {points}%p 덜 정확합니다.</translation>
    </message>
    <message>
        <source>{points} points more accurate than before.</source>
        <translation>이전보다 {points}%p 더 정확합니다.</translation>
    </message>
</context>
<context>
    <name>Advice</name>
    <message>
        <source>Does the cable carry data?</source>
        <translation>데이터 케이블인가요?</translation>
    </message>
    <message>
        <source>Many cables only charge. Try one that came with a phone or a camera, without a hub.</source>
        <translation>충전만 되는 케이블이 많습니다. 휴대폰이나 카메라에 딸려 온 케이블을 허브 없이 써 보세요.</translation>
    </message>
    <message>
        <source>Does the computer know the board&apos;s adapter?</source>
        <translation>컴퓨터가 보드의 어댑터를 인식하나요?</translation>
    </message>
    <message>
        <source>Does another program use the port?</source>
        <translation>다른 프로그램이 포트를 쓰고 있나요?</translation>
    </message>
    <message>
        <source>Close serial monitors, Arduino and other programs that talk to the board.</source>
        <translation>시리얼 모니터, Arduino 등 보드와 통신하는 프로그램을 모두 닫으세요.</translation>
    </message>
    <message>
        <source>Windows may need a driver: look for CP210x (Silicon Labs) or CH340 (WCH) in the Device Manager.</source>
        <translation>Windows에는 드라이버가 필요할 수 있습니다. 장치 관리자에서 CP210x(Silicon Labs)나 CH340(WCH)을 찾아보세요.</translation>
    </message>
    <message>
        <source>macOS knows CP210x and newer CH34x adapters. For older ones install the maker&apos;s driver.</source>
        <translation>macOS는 CP210x와 최신 CH34x 어댑터를 인식합니다. 오래된 어댑터는 제조사 드라이버를 설치하세요.</translation>
    </message>
    <message>
        <source>Linux knows all usual adapters. On Ubuntu &apos;brltty&apos; takes CH340 adapters for itself: remove it.</source>
        <translation>Linux는 일반적인 어댑터를 모두 인식합니다. Ubuntu에서는 &apos;brltty&apos;가 CH340 어댑터를 차지하므로 제거하세요.</translation>
    </message>
    <message>
        <source>May your account use the port?</source>
        <translation>내 계정에 포트 사용 권한이 있나요?</translation>
    </message>
    <message>
        <source>On Windows every account may. There is nothing to be done.</source>
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
</context>
<context>
    <name>BitsChooser</name>
    <message>
        <source>How fine</source>
        <translation>얼마나 세밀하게</translation>
    </message>
    <message>
        <source>expected size, in the end</source>
        <translation>최종 예상 크기</translation>
    </message>
    <message>
        <source>Bits of a weight</source>
        <translation>가중치의 비트 수</translation>
    </message>
    <message>
        <source>A bit is a 0 or a 1. Every bit more doubles the values that a number can have.</source>
        <translation>비트는 0 또는 1입니다. 한 비트가 늘 때마다 나타낼 수 있는 값이 두 배가 됩니다.</translation>
    </message>
    <message>
        <source>Bits</source>
        <translation>비트</translation>
    </message>
    <message>
        <source>count for most layers; the first and the last keep 8.</source>
        <translation>대부분의 층에 적용됩니다. 첫 층과 마지막 층은 8비트를 유지합니다.</translation>
    </message>
    <message>
        <source>{count} values</source>
        <translation>값 {count}개</translation>
    </message>
    <message>
        <source>{count} bits</source>
        <translation>{count}비트</translation>
    </message>
</context>
<context>
    <name>BitsLine</name>
    <message>
        <source>Entropy is the least that numbers of these frequencies can take, in bits.</source>
        <translation>엔트로피는 이런 빈도의 수를 담는 데 필요한 최소 비트 수입니다.</translation>
    </message>
    <message>
        <source>{mean} bits a number with this code; entropy, the least there is: {entropy}; uncoded: 8</source>
        <translation>이 부호로 수 하나에 {mean}비트, 가능한 최소(엔트로피) {entropy}비트, 부호화 전 8비트</translation>
    </message>
</context>
<context>
    <name>BoardPage</name>
    <message>
        <source>Getting ready</source>
        <translation>준비 중</translation>
    </message>
    <message>
        <source>The model is not finished yet.</source>
        <translation>모델이 아직 완성되지 않았습니다.</translation>
    </message>
    <message>
        <source>Choose another board</source>
        <translation>다른 보드 선택</translation>
    </message>
    <message>
        <source>Drop pictures to show them to the board</source>
        <translation>보드에 보여 줄 사진을 여기에 놓으세요</translation>
    </message>
    <message>
        <source>Go on</source>
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
        <source>The program is at work; wait until it is done.</source>
        <translation>프로그램이 작업 중입니다. 끝날 때까지 기다려 주세요.</translation>
    </message>
    <message>
        <source>Say first which board it is.</source>
        <translation>먼저 어떤 보드인지 알려 주세요.</translation>
    </message>
    <message>
        <source>The model has changed since it was put on the board.</source>
        <translation>보드에 올린 뒤로 모델이 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Flash again</source>
        <translation>다시 플래시</translation>
    </message>
    <message>
        <source>Say which board it is to see what will be written.</source>
        <translation>어떤 보드인지 고르면 무엇이 기록될지 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>The report is in {path}.</source>
        <translation>보고서: {path}</translation>
    </message>
    <message>
        <source>The work broke off unexpectedly.</source>
        <translation>작업이 예기치 않게 중단되었습니다.</translation>
    </message>
    <message>
        <source>Your run is as it was, and the board can be flashed again.</source>
        <translation>실행은 그대로이며 보드를 다시 플래시할 수 있습니다.</translation>
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
    <name>Bytes</name>
    <message>
        <source>Coded weights</source>
        <translation>부호화된 가중치</translation>
    </message>
    <message>
        <source>Weights as they are</source>
        <translation>그대로 둔 가중치</translation>
    </message>
    <message>
        <source>Code tables</source>
        <translation>부호표</translation>
    </message>
    <message>
        <source>Decoding steps</source>
        <translation>복호화 단계</translation>
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
        <source>Other numbers</source>
        <translation>기타 수</translation>
    </message>
    <message>
        <source>Names and notes</source>
        <translation>이름과 메모</translation>
    </message>
    <message>
        <source>Order of the file</source>
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
    <name>Changes</name>
    <message>
        <source>Pictures whose answer has changed</source>
        <translation>답이 바뀐 사진</translation>
    </message>
    <message>
        <source>Not one answer has changed on {pictures} test pictures.</source>
        <translation>시험 사진 {pictures}장에서 답이 하나도 바뀌지 않았습니다.</translation>
    </message>
    <message>
        <source>{count} of {pictures} answers have changed. Became right: {right}. Became wrong: {wrong}. Wrong in another way: {other}.</source>
        <translation>답 {pictures}개 중 {count}개가 바뀌었습니다. 맞게 됨: {right}. 틀리게 됨: {wrong}. 다르게 틀림: {other}.</translation>
    </message>
    <message>
        <source>{picture} is {is_class}. Before, the answer was {before} ({before_share}), now it is {after} ({after_share}).</source>
        <translation>{picture} 사진의 정답은 {is_class}입니다. 이전 답은 {before}({before_share}), 지금 답은 {after}({after_share})입니다.</translation>
    </message>
    <message>
        <source>now {name}</source>
        <translation>지금 {name}</translation>
    </message>
    <message>
        <source>was {name}</source>
        <translation>이전 {name}</translation>
    </message>
</context>
<context>
    <name>ChartCard</name>
    <message>
        <source>Save, and more</source>
        <translation>저장 및 기타</translation>
    </message>
    <message>
        <source>Show large</source>
        <translation>크게 보기</translation>
    </message>
    <message>
        <source>Save as picture (PNG)…</source>
        <translation>그림으로 저장 (PNG)…</translation>
    </message>
    <message>
        <source>Save as drawing (SVG)…</source>
        <translation>벡터 그림으로 저장 (SVG)…</translation>
    </message>
    <message>
        <source>Save figures (CSV)…</source>
        <translation>수치 저장 (CSV)…</translation>
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
        <source>Which board is it?</source>
        <translation>어떤 보드인가요?</translation>
    </message>
    <message>
        <source>Its name says which memory, camera and lights it has. Another chip is noticed in time.</source>
        <translation>이름을 알면 메모리, 카메라, 표시등을 알 수 있습니다. 칩이 다르면 제때 알려 드립니다.</translation>
    </message>
    <message>
        <source>Choose its name</source>
        <translation>이름 선택</translation>
    </message>
    <message>
        <source>Write everything again</source>
        <translation>모두 다시 쓰기</translation>
    </message>
    <message>
        <source>Usually only the model is written to a board that has this program&apos;s firmware.</source>
        <translation>보통 이 프로그램의 펌웨어가 있는 보드에는 모델만 기록합니다.</translation>
    </message>
    <message>
        <source>Slowly and surely</source>
        <translation>느리지만 확실하게</translation>
    </message>
    <message>
        <source>Writes at the lowest speed: for long cables and hubs.</source>
        <translation>가장 느린 속도로 기록합니다. 긴 케이블이나 허브를 쓸 때 좋습니다.</translation>
    </message>
    <message>
        <source>With the chip&apos;s own loader</source>
        <translation>칩의 자체 로더 사용</translation>
    </message>
    <message>
        <source>Does without the helper program that makes flashing fast; sometimes surer.</source>
        <translation>플래시를 빠르게 하는 보조 프로그램을 쓰지 않습니다. 때로는 더 확실합니다.</translation>
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
        <source>The memory of a board that keeps its content without power.</source>
        <translation>전원이 없어도 내용이 남는 보드의 메모리입니다.</translation>
    </message>
    <message>
        <source>Where the firmware comes from</source>
        <translation>펌웨어를 가져올 곳</translation>
    </message>
    <message>
        <source>Firmware is the program on the board that runs the model. It is kept for the next time.</source>
        <translation>펌웨어는 보드에서 모델을 실행하는 프로그램입니다. 다음을 위해 보관됩니다.</translation>
    </message>
    <message>
        <source>Fetch what was released</source>
        <translation>배포된 것 내려받기</translation>
    </message>
    <message>
        <source>Build it here with ESP-IDF or Docker</source>
        <translation>ESP-IDF나 Docker로 여기서 빌드</translation>
    </message>
    <message>
        <source>Bundle…</source>
        <translation>번들…</translation>
    </message>
    <message>
        <source>Take the firmware from a file of this program&apos;s release page.</source>
        <translation>이 프로그램의 배포 페이지에서 받은 파일의 펌웨어를 씁니다.</translation>
    </message>
    <message>
        <source>It fits: {flash} of the room for models, {memory} of memory, about {time} a picture.</source>
        <translation>들어갑니다. 모델 공간의 {flash}, 메모리의 {memory}, 사진 한 장에 약 {time}.</translation>
    </message>
    <message>
        <source>Firmware bundle</source>
        <translation>펌웨어 번들</translation>
    </message>
    <message>
        <source>Firmware bundles ({patterns})</source>
        <translation>펌웨어 번들 ({patterns})</translation>
    </message>
</context>
<context>
    <name>ClassBars</name>
    <message>
        <source>How well each class is recognized, the weakest first</source>
        <translation>클래스별 인식률, 약한 순서</translation>
    </message>
    <message>
        <source>no test picture</source>
        <translation>시험 사진 없음</translation>
    </message>
    <message>
        <source>{name}: {right} of {pictures} test pictures recognized.</source>
        <translation>{name}: 시험 사진 {pictures}장 중 {right}장 인식.</translation>
    </message>
</context>
<context>
    <name>ClassList</name>
    <message>
        <source>set aside</source>
        <translation>제쳐 둠</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>제외됨</translation>
    </message>
</context>
<context>
    <name>CodeHistogram</name>
    <message>
        <source>How often each number occurs</source>
        <translation>각 수가 나오는 횟수</translation>
    </message>
    <message>
        <source>{number}: {count} times ({share}), {bits} bits each</source>
        <translation>{number}: {count}번 ({share}), 각 {bits}비트</translation>
    </message>
</context>
<context>
    <name>CodeIdea</name>
    <message>
        <source>Frequent numbers get short codes, rare ones long codes.</source>
        <translation>자주 나오는 수는 짧은 부호, 드문 수는 긴 부호를 받습니다.</translation>
    </message>
    <message>
        <source>As in Morse code, where the frequent letter E is a single dot.</source>
        <translation>자주 쓰는 글자 E가 점 하나인 모스 부호와 같습니다.</translation>
    </message>
    <message>
        <source>how often it occurs</source>
        <translation>나오는 횟수</translation>
    </message>
    <message>
        <source>its code</source>
        <translation>부호</translation>
    </message>
</context>
<context>
    <name>CodesView</name>
    <message>
        <source>Each bar is a number that weights have. On it: the bits of its code.</source>
        <translation>막대 하나가 가중치 값 하나입니다. 위의 숫자는 부호의 비트 수입니다.</translation>
    </message>
    <message>
        <source>Code table</source>
        <translation>부호표</translation>
    </message>
    <message>
        <source>Layers whose numbers are alike share a code, where that saves bytes.</source>
        <translation>수의 분포가 비슷한 층은 바이트가 줄면 부호를 함께 씁니다.</translation>
    </message>
    <message>
        <source>Not coded: {weights} numbers</source>
        <translation>부호화하지 않음: 수 {weights}개</translation>
    </message>
    <message>
        <source>Code {number}: {layers} layers, {weights} numbers</source>
        <translation>부호 {number}: 층 {layers}개, 수 {weights}개</translation>
    </message>
    <message>
        <source>So few numbers that a table for them would cost more than it saves.</source>
        <translation>수가 너무 적어서 표가 아끼는 것보다 더 많이 차지합니다.</translation>
    </message>
    <message>
        <source>{payload} of codes and {table} for the table itself, which is in the file and counted.</source>
        <translation>부호 {payload}, 표 자체 {table}. 표도 파일 안에 있고 크기에 포함됩니다.</translation>
    </message>
</context>
<context>
    <name>ComparisonDialog</name>
    <message>
        <source>Two runs compared</source>
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
        <source>While they learned</source>
        <translation>배우는 동안</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>서로 다른 설정</translation>
    </message>
    <message>
        <source>They were measured on different pictures: their accuracies do not compare.</source>
        <translation>서로 다른 사진으로 측정했기 때문에 정확도를 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>{points} points apart: so little can be chance.</source>
        <translation>{points}%p 차이입니다. 우연일 수 있습니다.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is better by {points} points, more than chance would do.</source>
        <translation>&apos;{name}&apos; 쪽이 {points}%p 더 좋습니다. 우연으로 보기 어려운 차이입니다.</translation>
    </message>
    <message>
        <source>None: they were made alike.</source>
        <translation>없음: 같은 설정으로 만들었습니다.</translation>
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
        <source>Qt&apos;s multimedia part cannot be loaded. On Debian and Ubuntu it needs the package libpulse0.</source>
        <translation>Qt의 멀티미디어 부분을 불러올 수 없습니다. Debian과 Ubuntu에서는 libpulse0 패키지가 필요합니다.</translation>
    </message>
    <message>
        <source>No camera was found on this computer.</source>
        <translation>이 컴퓨터에서 카메라를 찾지 못했습니다.</translation>
    </message>
</context>
<context>
    <name>ConfusionCells</name>
    <message>
        <source>{name}: {count} of {total} pictures recognized ({share}).</source>
        <translation>{name}: 사진 {total}장 중 {count}장 인식 ({share}).</translation>
    </message>
    <message>
        <source>{name}: {count} of {total} pictures taken for {taken} ({share}).</source>
        <translation>{name}: 사진 {total}장 중 {count}장을 {taken}(으)로 봄 ({share}).</translation>
    </message>
    <message>
        <source>No picture was taken for another class.</source>
        <translation>다른 클래스로 잘못 본 사진이 없습니다.</translation>
    </message>
    <message>
        <source>Most often mistaken: {sentence}</source>
        <translation>가장 자주 헷갈린 것: {sentence}</translation>
    </message>
</context>
<context>
    <name>ConfusionMatrix</name>
    <message>
        <source>Each row is what a picture shows, each column what the model took it for.</source>
        <translation>행은 사진의 실제 내용, 열은 모델이 본 것입니다.</translation>
    </message>
    <message>
        <source>Which classes are taken for which</source>
        <translation>어떤 클래스를 무엇으로 보는가</translation>
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
    <name>DataPage</name>
    <message>
        <source>Drop other pictures here</source>
        <translation>다른 사진을 여기에 놓으세요</translation>
    </message>
    <message>
        <source>How to train…</source>
        <translation>학습 방법…</translation>
    </message>
    <message>
        <source>Choose how long and how large before training begins.</source>
        <translation>학습을 시작하기 전에 시간과 크기를 정합니다.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>점검 결과</translation>
    </message>
    <message>
        <source>Other pictures</source>
        <translation>다른 사진</translation>
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
        <source>Sample scenes</source>
        <translation>예제 풍경</translation>
    </message>
    <message>
        <source>Look at these again</source>
        <translation>이 사진들 다시 살펴보기</translation>
    </message>
    <message>
        <source>Looking at the pictures…</source>
        <translation>사진을 살펴보는 중…</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>다시 살펴보기</translation>
    </message>
    <message>
        <source>Findings ({count})</source>
        <translation>점검 결과 ({count})</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>미리 보기</translation>
    </message>
    <message>
        <source>Pictures, findings, preview</source>
        <translation>사진, 점검 결과, 미리 보기</translation>
    </message>
    <message>
        <source>{pictures} pictures, {classes} classes</source>
        <translation>사진 {pictures}장, 클래스 {classes}개</translation>
    </message>
    <message>
        <source>Mend it under Findings, or add pictures to your folder and look again.</source>
        <translation>점검 결과에서 고치거나, 폴더에 사진을 더 넣고 다시 살펴보세요.</translation>
    </message>
    <message>
        <source>Show findings</source>
        <translation>점검 결과 보기</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>다음</translation>
    </message>
    <message>
        <source>Go on training</source>
        <translation>학습 이어서 하기</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>다시 학습</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습 중</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Not all pictures were looked at.</source>
        <translation>모든 사진을 살펴보지는 못했습니다.</translation>
    </message>
    <message>
        <source>Take the change back</source>
        <translation>변경 되돌리기</translation>
    </message>
</context>
<context>
    <name>DropZone</name>
    <message>
        <source>One subfolder for each kind of thing; zip and tar are fine.</source>
        <translation>종류마다 하위 폴더 하나. zip과 tar도 됩니다.</translation>
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
        <source>Drop a folder or an archive with pictures here</source>
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
        <source>In an epoch it sees every picture once.</source>
        <translation>에포크 한 번에 모든 사진을 한 번씩 봅니다.</translation>
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
        <source>As far as can be told by now.</source>
        <translation>지금까지로 미루어 본 값입니다.</translation>
    </message>
    <message>
        <source>It goes on with epoch {epoch} of {epochs}.</source>
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
        <source>&apos;{command} --help&apos; shows what it takes.</source>
        <translation>&apos;{command} --help&apos;가 사용법을 보여 줍니다.</translation>
    </message>
    <message>
        <source>A classifier needs at least two: add a second subfolder with pictures of something else.</source>
        <translation>분류기에는 클래스가 둘 이상 필요합니다. 다른 것의 사진을 담은 하위 폴더를 하나 더 만드세요.</translation>
    </message>
    <message>
        <source>A setting is out of range: {reason}.</source>
        <translation>설정값이 범위를 벗어났습니다: {reason}.</translation>
    </message>
    <message>
        <source>Add more pictures to its folder, or remove the class.</source>
        <translation>폴더에 사진을 더 넣거나 클래스를 빼세요.</translation>
    </message>
    <message>
        <source>Add pictures to its folder, or remove the folder.</source>
        <translation>폴더에 사진을 넣거나 폴더를 빼세요.</translation>
    </message>
    <message>
        <source>Another program may use that port: choose another one, or 0 for any that is free.</source>
        <translation>다른 프로그램이 그 포트를 쓰고 있을 수 있습니다. 다른 포트를 고르거나, 비어 있는 아무 포트나 쓰려면 0을 고르세요.</translation>
    </message>
    <message>
        <source>Another program uses {port}.</source>
        <translation>다른 프로그램이 {port} 포트를 쓰고 있습니다.</translation>
    </message>
    <message>
        <source>Build it with ESP-IDF, or use the virtual board, which needs none.</source>
        <translation>ESP-IDF로 빌드하거나, 펌웨어가 필요 없는 가상 보드를 쓰세요.</translation>
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
        <source>Change its permissions, or copy the pictures to a folder of your own.</source>
        <translation>권한을 바꾸거나 사진을 내 폴더로 복사하세요.</translation>
    </message>
    <message>
        <source>Check that it is flashed and that the right port is chosen, press its reset button, then try again.</source>
        <translation>플래시했는지, 포트를 맞게 골랐는지 확인하고 보드의 리셋 버튼을 누른 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Check the address, and start what offers the board there (&apos;squeeze virtual-board&apos; tells its address).</source>
        <translation>주소를 확인하고, 그곳에 보드를 제공하는 프로그램을 시작하세요(&apos;squeeze virtual-board&apos;가 주소를 알려 줍니다).</translation>
    </message>
    <message>
        <source>Check the cable and connect the board again. Its loader is in ROM: flashing again mends it.</source>
        <translation>케이블을 확인하고 보드를 다시 연결하세요. 로더는 ROM에 있으므로 다시 플래시하면 해결됩니다.</translation>
    </message>
    <message>
        <source>Check the cable, connect the board again, then try again.</source>
        <translation>케이블을 확인하고 보드를 다시 연결한 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Check the path, or choose the folder or archive with your pictures again.</source>
        <translation>경로를 확인하거나 사진이 든 폴더 또는 압축 파일을 다시 고르세요.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>경로를 확인하세요.</translation>
    </message>
    <message>
        <source>Check the proxy in the settings of the system or in the variables http_proxy, https_proxy and no_proxy.</source>
        <translation>시스템 설정이나 환경 변수 http_proxy, https_proxy, no_proxy에서 프록시를 확인하세요.</translation>
    </message>
    <message>
        <source>Choose a file. What a pipe or a device gives can be saved as one first.</source>
        <translation>파일을 고르세요. 파이프나 장치의 내용은 먼저 파일로 저장하면 됩니다.</translation>
    </message>
    <message>
        <source>Choose a folder that holds a run.json, or start a new run.</source>
        <translation>run.json이 있는 폴더를 고르거나 새 실행을 시작하세요.</translation>
    </message>
    <message>
        <source>Choose a folder that is not there yet, or an empty one.</source>
        <translation>아직 없는 폴더나 빈 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Choose a shorter name, or a folder nearer to the top of the disk.</source>
        <translation>더 짧은 이름이나 디스크의 더 위쪽에 있는 폴더를 선택하세요.</translation>
    </message>
    <message>
        <source>Choose a smaller network, or a board with more flash. Nothing was written.</source>
        <translation>더 작은 신경망이나 플래시가 더 큰 보드를 고르세요. 아무것도 기록하지 않았습니다.</translation>
    </message>
    <message>
        <source>Choose a zip file that this project&apos;s release page or this program&apos;s build made.</source>
        <translation>이 프로젝트의 배포 페이지에서 받았거나 이 프로그램이 빌드한 zip 파일을 고르세요.</translation>
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
        <source>Choose one of those that &apos;squeeze data&apos; lists; a picture is named by its path in the data, with &apos;/&apos;.</source>
        <translation>&apos;squeeze data&apos;가 보여 주는 것 중에서 고르세요. 사진은 데이터 안의 경로를 &apos;/&apos;로 적습니다.</translation>
    </message>
    <message>
        <source>Choose one of: {known}.</source>
        <translation>다음 중에서 고르세요: {known}.</translation>
    </message>
    <message>
        <source>Choose the board that is connected (--board: {known}). Nothing was written.</source>
        <translation>연결된 보드를 고르세요(--board: {known}). 아무것도 기록하지 않았습니다.</translation>
    </message>
    <message>
        <source>Choose the board that is connected, or connect the one that was chosen. Nothing was written.</source>
        <translation>연결된 보드를 고르거나, 고른 보드를 연결하세요. 아무것도 기록하지 않았습니다.</translation>
    </message>
    <message>
        <source>Choose the bundle for your board.</source>
        <translation>내 보드에 맞는 번들을 고르세요.</translation>
    </message>
    <message>
        <source>Choose the file of this board, or one that is not there yet.</source>
        <translation>이 보드의 파일이나 아직 없는 파일을 고르세요.</translation>
    </message>
    <message>
        <source>Choose the file that was saved from a board with the same size of flash.</source>
        <translation>플래시 크기가 같은 보드에서 저장한 파일을 고르세요.</translation>
    </message>
    <message>
        <source>Choose the network that they belong to (--network), with width 1, no bypass and the published ratios.</source>
        <translation>가중치에 맞는 신경망을 고르세요(--network). 너비 1, 우회 없음, 발표된 비율이어야 합니다.</translation>
    </message>
    <message>
        <source>Close serial monitors and other programs that may have it open, then try again.</source>
        <translation>시리얼 모니터 등 포트를 열고 있을 만한 프로그램을 닫고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Connect the board with a data cable and choose its port from the list again.</source>
        <translation>데이터 케이블로 보드를 연결하고 목록에서 포트를 다시 고르세요.</translation>
    </message>
    <message>
        <source>Convert it with full-integer quantization (int8 in and out) first.</source>
        <translation>먼저 완전 정수 양자화(입출력 int8)로 변환하세요.</translation>
    </message>
    <message>
        <source>Disconnect the board, connect it again and retry; the technical detail has the flasher&apos;s own words.</source>
        <translation>보드를 뺐다가 다시 연결하고 다시 시도하세요. 기술 정보에 플래시 도구의 메시지가 있습니다.</translation>
    </message>
    <message>
        <source>Download CIFAR-10&apos;s python version again; its pictures in class folders will do as well.</source>
        <translation>CIFAR-10의 Python 버전을 다시 내려받으세요. 클래스 폴더에 담긴 사진도 됩니다.</translation>
    </message>
    <message>
        <source>Download or copy it again; if it is not an archive at all, choose a folder.</source>
        <translation>다시 내려받거나 복사하세요. 압축 파일이 아니라면 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>ESP-IDF was not found on this computer.</source>
        <translation>이 컴퓨터에서 ESP-IDF를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>Fetch them once: on the page Train, or with &apos;squeeze weights fetch {network}&apos;.</source>
        <translation>한 번 내려받으세요. 학습 페이지에서 받거나 &apos;squeeze weights fetch {network}&apos; 명령을 쓰면 됩니다.</translation>
    </message>
    <message>
        <source>Fetch, copy or build it again. Nothing of it was used.</source>
        <translation>다시 내려받거나 복사하거나 빌드하세요. 이 파일은 전혀 쓰지 않았습니다.</translation>
    </message>
    <message>
        <source>Flash a model to the board; if this is a file, choose the run&apos;s model.img.</source>
        <translation>보드에 모델을 플래시하세요. 파일이라면 실행의 model.img를 고르세요.</translation>
    </message>
    <message>
        <source>Flash again. If it stays, the board&apos;s power supply or flash is at fault: try another USB port.</source>
        <translation>다시 플래시하세요. 계속되면 보드의 전원이나 플래시 문제입니다. 다른 USB 포트를 써 보세요.</translation>
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
        <source>Flash the model again, more slowly or with another cable.</source>
        <translation>더 느린 속도나 다른 케이블로 모델을 다시 플래시하세요.</translation>
    </message>
    <message>
        <source>Flash the model again; if that does not help, the board&apos;s flash is too small for it.</source>
        <translation>모델을 다시 플래시하세요. 그래도 안 되면 보드의 플래시가 모델보다 작은 것입니다.</translation>
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
        <source>Free some space and go on with the same run; what was finished is kept.</source>
        <translation>공간을 비우고 같은 실행을 이어서 하세요. 끝난 것은 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Give every split the same class folders, each with pictures that no other split has.</source>
        <translation>모든 분할에 같은 클래스 폴더를 두고, 다른 분할에 없는 사진을 넣으세요.</translation>
    </message>
    <message>
        <source>Go on with its settings (--resume), start a stage anew (--from), or choose another folder.</source>
        <translation>그 설정대로 이어서 하거나(--resume), 한 단계를 새로 시작하거나(--from), 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Go online and try again, or fetch {address} on another computer and choose the file here.</source>
        <translation>인터넷에 연결하고 다시 시도하거나, 다른 컴퓨터에서 {address} 파일을 받아 여기에서 고르세요.</translation>
    </message>
    <message>
        <source>Hold its BOOT button down while connecting. An ESP32-CAM needs IO0 joined with GND instead.</source>
        <translation>연결하는 동안 BOOT 버튼을 누르고 있으세요. ESP32-CAM은 대신 IO0를 GND에 연결해야 합니다.</translation>
    </message>
    <message>
        <source>If it was moved, go on with it where it is now (--resume): its finished epochs are in it. If it was deleted, start a new run.</source>
        <translation>옮겼다면 지금 있는 곳에서 이어서 하세요(--resume). 끝난 에포크는 그 안에 있습니다. 지웠다면 새 실행을 시작하세요.</translation>
    </message>
    <message>
        <source>Import a firmware bundle, fetch the one of the project&apos;s release page, or build it with ESP-IDF.</source>
        <translation>펌웨어 번들을 가져오거나, 프로젝트 배포 페이지에서 내려받거나, ESP-IDF로 빌드하세요.</translation>
    </message>
    <message>
        <source>Install it or Docker, or say where it is with IDF_PATH; or import a firmware bundle built elsewhere.</source>
        <translation>ESP-IDF나 Docker를 설치하거나 IDF_PATH로 위치를 알려 주세요. 다른 곳에서 빌드한 펌웨어 번들을 가져와도 됩니다.</translation>
    </message>
    <message>
        <source>It may be cut short or of another format: copy or convert it again.</source>
        <translation>잘렸거나 다른 형식일 수 있습니다. 다시 복사하거나 변환하세요.</translation>
    </message>
    <message>
        <source>It was left as it is. Move it away, or choose another folder.</source>
        <translation>그대로 두었습니다. 다른 곳으로 옮기거나 다른 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>It was left as it is. Move it away, or name another file.</source>
        <translation>그대로 두었습니다. 다른 곳으로 옮기거나 다른 파일 이름을 쓰세요.</translation>
    </message>
    <message>
        <source>Leave it open, or send it to a file or to nobody: &apos;{command} &gt; result.txt&apos;, &apos;{command} &gt; /dev/null&apos;.</source>
        <translation>열어 두거나 파일 또는 빈 출력으로 보내세요: &apos;{command} &gt; result.txt&apos;, &apos;{command} &gt; /dev/null&apos;.</translation>
    </message>
    <message>
        <source>Look at the pictures again: the list is made anew.</source>
        <translation>사진을 다시 살펴보면 목록이 새로 만들어집니다.</translation>
    </message>
    <message>
        <source>Lower the learning rate, then go on; the epochs before it are kept.</source>
        <translation>학습률을 낮추고 이어서 하세요. 이전 에포크는 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Lower the memory for pictures, the batch size or the image size, or close other programs; then go on.</source>
        <translation>사진용 메모리, 배치 크기 또는 이미지 크기를 줄이거나 다른 프로그램을 닫은 다음 계속하세요.</translation>
    </message>
    <message>
        <source>Make it again from the run, then flash the board.</source>
        <translation>실행에서 다시 만든 다음 보드를 플래시하세요.</translation>
    </message>
    <message>
        <source>Make one subfolder per class, named after it, and put each picture into the folder of its class.</source>
        <translation>클래스마다 그 이름으로 하위 폴더를 만들고, 사진을 제 클래스의 폴더에 넣으세요.</translation>
    </message>
    <message>
        <source>Name a .pth file of torchvision&apos;s SqueezeNet, or one saved with torch.save(model.state_dict(), file).</source>
        <translation>torchvision의 SqueezeNet .pth 파일이나 torch.save(model.state_dict(), file)로 저장한 파일을 지정하세요.</translation>
    </message>
    <message>
        <source>Name a file that is not there yet, or replace this one with --force.</source>
        <translation>아직 없는 파일 이름을 쓰거나 --force로 이 파일을 바꾸세요.</translation>
    </message>
    <message>
        <source>Name a folder or an archive with --data, or take the built-in sample scenes with --data scenes.</source>
        <translation>--data로 폴더나 압축 파일을 지정하거나, --data scenes로 내장 예제 풍경을 쓰세요.</translation>
    </message>
    <message>
        <source>Name it with --board: {known}.</source>
        <translation>--board로 지정하세요: {known}.</translation>
    </message>
    <message>
        <source>Name pictures or a folder of them with --pictures.</source>
        <translation>--pictures로 사진이나 사진 폴더를 지정하세요.</translation>
    </message>
    <message>
        <source>Name the pictures that the model was made for, or others with the same class folders.</source>
        <translation>모델을 만들 때 쓴 사진이나, 클래스 폴더가 같은 다른 사진을 지정하세요.</translation>
    </message>
    <message>
        <source>No board is offered at {port}.</source>
        <translation>{port}에 제공되는 보드가 없습니다.</translation>
    </message>
    <message>
        <source>No firmware for boards of the kind {variant} has been released yet.</source>
        <translation>{variant} 종류의 보드용 펌웨어는 아직 배포되지 않았습니다.</translation>
    </message>
    <message>
        <source>No pictures that can be read were found in {path}.</source>
        <translation>{path}에서 읽을 수 있는 사진을 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>No pictures were named.</source>
        <translation>지정한 사진이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing came back from the board on {port}.</source>
        <translation>{port} 포트의 보드에서 응답이 없습니다.</translation>
    </message>
    <message>
        <source>Nothing in its folder was changed. Put the file back from a copy, or start a new run in another folder.</source>
        <translation>폴더 안에서 바뀐 것은 없습니다. 사본에서 파일을 되돌리거나 다른 폴더에서 새 실행을 시작하세요.</translation>
    </message>
    <message>
        <source>Nothing of it was executed. Take the file from a source that you trust, saved as a state_dict.</source>
        <translation>아무것도 실행하지 않았습니다. 믿을 수 있는 곳에서 state_dict로 저장된 파일을 받으세요.</translation>
    </message>
    <message>
        <source>Nothing of it was kept. Check the internet connection and try again.</source>
        <translation>받은 것은 남기지 않았습니다. 인터넷 연결을 확인하고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Nothing of it was kept. Try again later; a login page or a filter of the network may be in between.</source>
        <translation>받은 것은 남기지 않았습니다. 나중에 다시 시도하세요. 네트워크의 로그인 페이지나 필터가 중간에 있을 수 있습니다.</translation>
    </message>
    <message>
        <source>Nothing of it was run. Choose float.keras or pruned.keras of a run; of other networks int8 .tflite files are read.</source>
        <translation>아무것도 실행되지 않았습니다. 실행 폴더의 float.keras 또는 pruned.keras를 고르세요. 다른 신경망은 int8 .tflite 파일만 읽습니다.</translation>
    </message>
    <message>
        <source>Nothing of it was used. Fetch it again; a login page of the network may have come in its place.</source>
        <translation>이 파일은 쓰지 않았습니다. 다시 내려받으세요. 대신 네트워크의 로그인 페이지가 왔을 수 있습니다.</translation>
    </message>
    <message>
        <source>Nothing says which board is on {port}; its chip is {chip}.</source>
        <translation>{port} 포트에 어떤 보드가 있는지 알 수 없습니다. 칩은 {chip}입니다.</translation>
    </message>
    <message>
        <source>Nothing was kept of it. Please report this with the run folder&apos;s log.</source>
        <translation>아무것도 보관하지 않았습니다. 실행 폴더의 로그와 함께 알려 주세요.</translation>
    </message>
    <message>
        <source>Nothing was kept. Unpack it yourself if you trust it, and choose the folder.</source>
        <translation>아무것도 보관하지 않았습니다. 믿을 수 있다면 직접 압축을 풀고 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Nothing was unpacked. Unpack it yourself if you trust it, and choose the folder.</source>
        <translation>압축을 풀지 않았습니다. 믿을 수 있다면 직접 압축을 풀고 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Only one class, &apos;{name}&apos;, was found in {path}.</source>
        <translation>{path}에서 클래스를 하나만 찾았습니다: &apos;{name}&apos;.</translation>
    </message>
    <message>
        <source>Open it in a picture viewer; if that fails too, replace it.</source>
        <translation>사진 보기 프로그램으로 열어 보세요. 그래도 안 되면 다른 사진으로 바꾸세요.</translation>
    </message>
    <message>
        <source>Put JPEG, PNG, BMP, GIF or WebP pictures into one subfolder per class.</source>
        <translation>JPEG, PNG, BMP, GIF, WebP 사진을 클래스별 하위 폴더에 넣으세요.</translation>
    </message>
    <message>
        <source>Put them back as they were, or begin the run anew with those that are there (--from train).</source>
        <translation>원래대로 되돌리거나, 지금 있는 사진으로 실행을 새로 시작하세요(--from train).</translation>
    </message>
    <message>
        <source>Remove or replace them, or run with bad pictures left out.</source>
        <translation>지우거나 바꾸거나, 나쁜 사진을 제외하고 실행하세요.</translation>
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
        <source>Run the stage that writes it again (--from {stage}).</source>
        <translation>이 파일을 쓰는 단계를 다시 실행하세요(--from {stage}).</translation>
    </message>
    <message>
        <source>See the technical detail; the model may use an operator that this runtime lacks.</source>
        <translation>기술 정보를 보세요. 이 런타임에 없는 연산을 모델이 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Something went wrong that the program did not expect: {reason}.</source>
        <translation>프로그램이 예상하지 못한 문제가 생겼습니다: {reason}.</translation>
    </message>
    <message>
        <source>Start a new run in another folder; the old results are untouched.</source>
        <translation>다른 폴더에서 새 실행을 시작하세요. 이전 결과는 그대로입니다.</translation>
    </message>
    <message>
        <source>The Huffman-coded model is not identical to the int8 model: {reason}.</source>
        <translation>Huffman 부호화 모델이 int8 모델과 같지 않습니다: {reason}.</translation>
    </message>
    <message>
        <source>The ImageNet weights of {network} are not on this computer yet.</source>
        <translation>{network}의 ImageNet 가중치가 아직 이 컴퓨터에 없습니다.</translation>
    </message>
    <message>
        <source>The board does not answer ({waited}).</source>
        <translation>보드가 응답하지 않습니다 ({waited}).</translation>
    </message>
    <message>
        <source>The board on {port} did not start the helper program for flashing.</source>
        <translation>{port} 포트의 보드가 플래시 보조 프로그램을 시작하지 않았습니다.</translation>
    </message>
    <message>
        <source>The board on {port} has no camera, and no pictures were named.</source>
        <translation>{port} 포트의 보드에 카메라가 없고, 지정한 사진도 없습니다.</translation>
    </message>
    <message>
        <source>The board on {port} has security features burnt in that keep it from being flashed ({feature}).</source>
        <translation>{port} 포트의 보드에는 플래시를 막는 보안 기능이 새겨져 있습니다 ({feature}).</translation>
    </message>
    <message>
        <source>The board on {port} has the chip {found}, not {expected}.</source>
        <translation>{port} 포트의 보드 칩은 {expected}이(가) 아니라 {found}입니다.</translation>
    </message>
    <message>
        <source>The board on {port} is a real one, and the virtual board was chosen.</source>
        <translation>{port} 포트의 보드는 실제 보드인데 가상 보드를 골랐습니다.</translation>
    </message>
    <message>
        <source>The board on {port} started its program instead of its loader.</source>
        <translation>{port} 포트의 보드가 로더 대신 프로그램을 시작했습니다.</translation>
    </message>
    <message>
        <source>The board reports: {sentence}.</source>
        <translation>보드의 알림: {sentence}.</translation>
    </message>
    <message>
        <source>The board runs another model than this one.</source>
        <translation>보드가 이것과 다른 모델을 실행하고 있습니다.</translation>
    </message>
    <message>
        <source>The board&apos;s firmware speaks another version of the link ({found}, this program speaks {known}).</source>
        <translation>보드 펌웨어의 통신 버전이 다릅니다(보드 {found}, 이 프로그램 {known}).</translation>
    </message>
    <message>
        <source>The class &apos;{name}&apos; has no readable picture.</source>
        <translation>클래스 &apos;{name}&apos;에 읽을 수 있는 사진이 없습니다.</translation>
    </message>
    <message>
        <source>The class &apos;{name}&apos; has {count} readable pictures; {needed} are needed.</source>
        <translation>클래스 &apos;{name}&apos;에 읽을 수 있는 사진이 {count}장 있습니다. {needed}장이 필요합니다.</translation>
    </message>
    <message>
        <source>The command cannot be understood: {reason}.</source>
        <translation>명령을 이해할 수 없습니다: {reason}.</translation>
    </message>
    <message>
        <source>The connection on {port} broke off.</source>
        <translation>{port} 포트의 연결이 끊겼습니다.</translation>
    </message>
    <message>
        <source>The connection to the board broke off.</source>
        <translation>보드와의 연결이 끊겼습니다.</translation>
    </message>
    <message>
        <source>The data&apos;s own splits have different classes: &apos;{name}&apos; is missing from {split}.</source>
        <translation>데이터에 든 분할의 클래스가 서로 다릅니다: {split}에 &apos;{name}&apos; 클래스가 없습니다.</translation>
    </message>
    <message>
        <source>The disk is full: {path} could not be written.</source>
        <translation>디스크가 가득 찼습니다. {path} 파일을 쓰지 못했습니다.</translation>
    </message>
    <message>
        <source>The download of {address} was cut off after {received} bytes.</source>
        <translation>{address} 내려받기가 {received}바이트에서 끊겼습니다.</translation>
    </message>
    <message>
        <source>The firmware bundle {path} is damaged: the hash of {name} is not the one expected.</source>
        <translation>펌웨어 번들 {path} 파일이 손상되었습니다. {name}의 해시가 예상과 다릅니다.</translation>
    </message>
    <message>
        <source>The firmware in {path} is for boards of the kind {found}, not {variant}.</source>
        <translation>{path}의 펌웨어는 {variant} 종류가 아니라 {found} 종류의 보드용입니다.</translation>
    </message>
    <message>
        <source>The firmware in {path} speaks version {found} of the link; this program speaks {known}.</source>
        <translation>{path}의 펌웨어는 통신 버전 {found}, 이 프로그램은 {known}을(를) 씁니다.</translation>
    </message>
    <message>
        <source>The list of pictures in {path} cannot be read.</source>
        <translation>{path}의 사진 목록을 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The log has the build&apos;s last lines; check that the firmware supports this version of ESP-IDF.</source>
        <translation>로그에 빌드의 마지막 줄이 있습니다. 펌웨어가 이 ESP-IDF 버전을 지원하는지 확인하세요.</translation>
    </message>
    <message>
        <source>The model image contradicts its format: {field} {reason}.</source>
        <translation>모델 이미지가 형식에 맞지 않습니다: {field} {reason}.</translation>
    </message>
    <message>
        <source>The model image is cut short, or its length is not a possible one.</source>
        <translation>모델 이미지가 잘렸거나 길이가 올바르지 않습니다.</translation>
    </message>
    <message>
        <source>The model image is damaged: its hash does not match its bytes.</source>
        <translation>모델 이미지가 손상되었습니다. 해시가 내용과 맞지 않습니다.</translation>
    </message>
    <message>
        <source>The model image is of another version (format {found}, this program and its firmware read {known}).</source>
        <translation>모델 이미지의 버전이 다릅니다(형식 {found}, 이 프로그램과 펌웨어는 {known}).</translation>
    </message>
    <message>
        <source>The name of the class {name} has a line break or another character that cannot be shown.</source>
        <translation>클래스 이름 {name}에 줄바꿈이나 표시할 수 없는 다른 문자가 들어 있습니다.</translation>
    </message>
    <message>
        <source>The name {path} is not readable text: it is not UTF-8.</source>
        <translation>이름 {path}은(는) 읽을 수 있는 텍스트가 아닙니다(UTF-8이 아님).</translation>
    </message>
    <message>
        <source>The name {path} is too long for this system.</source>
        <translation>이름 {path}은(는) 이 시스템에서 너무 깁니다.</translation>
    </message>
    <message>
        <source>The pictures in {path} are not in class folders.</source>
        <translation>{path}의 사진이 클래스 폴더에 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>The pictures in {path} are not those that this run was made with: {difference}.</source>
        <translation>{path}의 사진이 이 실행에 쓴 사진과 다릅니다: {difference}.</translation>
    </message>
    <message>
        <source>The proxy {proxy} does not let {address} through.</source>
        <translation>프록시 {proxy} 때문에 {address}에 접속할 수 없습니다.</translation>
    </message>
    <message>
        <source>The virtual board cannot be offered at {address}.</source>
        <translation>{address}에서 가상 보드를 제공할 수 없습니다.</translation>
    </message>
    <message>
        <source>The weights in {path} are not those of the network that was asked for: {reason}.</source>
        <translation>{path}의 가중치는 요청한 신경망의 것이 아닙니다: {reason}.</translation>
    </message>
    <message>
        <source>The work stopped unexpectedly ({reason}).</source>
        <translation>작업이 예기치 않게 멈췄습니다 ({reason}).</translation>
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
        <source>There is no firmware for boards of the kind {variant} on this computer.</source>
        <translation>이 컴퓨터에 {variant} 종류의 보드용 펌웨어가 없습니다.</translation>
    </message>
    <message>
        <source>There is no model file at {path}.</source>
        <translation>{path}에 모델 파일이 없습니다.</translation>
    </message>
    <message>
        <source>There is no model image: the first bytes are not those of one.</source>
        <translation>모델 이미지가 없습니다. 첫 바이트가 모델 이미지의 것이 아닙니다.</translation>
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
        <source>There is nowhere to show the result: standard output is closed.</source>
        <translation>결과를 표시할 곳이 없습니다. 표준 출력이 닫혀 있습니다.</translation>
    </message>
    <message>
        <source>There was not enough memory, and the work ended.</source>
        <translation>메모리가 부족하여 작업이 끝났습니다.</translation>
    </message>
    <message>
        <source>Training diverged: the loss is no longer a number in epoch {epoch}.</source>
        <translation>학습이 발산했습니다. 에포크 {epoch}에서 손실이 더는 수가 아닙니다.</translation>
    </message>
    <message>
        <source>Try again later, or fetch it on another computer and choose the file here.</source>
        <translation>나중에 다시 시도하거나, 다른 컴퓨터에서 받아 그 파일을 여기에서 고르세요.</translation>
    </message>
    <message>
        <source>Try again without it, and at a lower speed; other things connected to the board may be in the way.</source>
        <translation>그것 없이, 더 느린 속도로 다시 시도하세요. 보드에 연결된 다른 것이 방해할 수 있습니다.</translation>
    </message>
    <message>
        <source>Try again: a run goes on from its last finished epoch. The log has the last lines.</source>
        <translation>다시 시도하세요. 실행은 마지막으로 끝난 에포크부터 이어집니다. 로그에 마지막 줄이 있습니다.</translation>
    </message>
    <message>
        <source>Unpack it yourself with the password, and choose the folder.</source>
        <translation>암호로 직접 압축을 풀고 폴더를 고르세요.</translation>
    </message>
    <message>
        <source>Use a cable that carries data. If that is not it, hold BOOT down, press EN (RST) once and try again.</source>
        <translation>데이터가 전송되는 케이블을 쓰세요. 그래도 안 되면 BOOT를 누른 채 EN(RST)을 한 번 누르고 다시 시도하세요.</translation>
    </message>
    <message>
        <source>Use a shorter cable without a hub, or a lower speed; if it stays, flash the firmware again.</source>
        <translation>허브 없이 더 짧은 케이블이나 더 느린 속도를 쓰세요. 계속되면 펌웨어를 다시 플래시하세요.</translation>
    </message>
    <message>
        <source>Use a shorter cable, without a hub, and take other loads off the board&apos;s supply.</source>
        <translation>허브 없이 더 짧은 케이블을 쓰고, 보드 전원에 연결된 다른 것을 빼세요.</translation>
    </message>
    <message>
        <source>Use another board: they cannot be undone. Nothing was written.</source>
        <translation>되돌릴 수 없으므로 다른 보드를 쓰세요. 아무것도 기록하지 않았습니다.</translation>
    </message>
    <message>
        <source>Use it as it is, or compress the plain int8 model it came from.</source>
        <translation>그대로 쓰거나, 원래의 일반 int8 모델을 압축하세요.</translation>
    </message>
    <message>
        <source>Use the bundle that belongs to this version of the program.</source>
        <translation>이 프로그램 버전에 맞는 번들을 쓰세요.</translation>
    </message>
    <message>
        <source>Wait for it or stop it, then try again.</source>
        <translation>끝나기를 기다리거나 중지한 뒤 다시 시도하세요.</translation>
    </message>
    <message>
        <source>What arrived from the board on {port} was damaged, at the lowest speed too.</source>
        <translation>{port} 포트의 보드에서 온 데이터가 가장 느린 속도에서도 손상되었습니다.</translation>
    </message>
    <message>
        <source>What is at {address} is larger than {most} bytes, and so not what belongs there.</source>
        <translation>{address}에 있는 것이 {most}바이트보다 큽니다. 있어야 할 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>What is in the board&apos;s flash is not what was written ({name}).</source>
        <translation>보드 플래시의 내용이 기록한 것과 다릅니다 ({name}).</translation>
    </message>
    <message>
        <source>What the board sends does not make sense ({reason}).</source>
        <translation>보드가 보낸 내용을 이해할 수 없습니다 ({reason}).</translation>
    </message>
    <message>
        <source>What was finished is kept. Please report it with the technical detail.</source>
        <translation>끝난 것은 보관되어 있습니다. 기술 정보와 함께 알려 주세요.</translation>
    </message>
    <message>
        <source>You may not read {path}.</source>
        <translation>{path} 읽기 권한이 없습니다.</translation>
    </message>
    <message>
        <source>You may not write to {path}.</source>
        <translation>{path} 쓰기 권한이 없습니다.</translation>
    </message>
    <message>
        <source>Your account may not use {port}.</source>
        <translation>내 계정에 {port} 사용 권한이 없습니다.</translation>
    </message>
    <message>
        <source>{address} could not be fetched: {reason}.</source>
        <translation>{address} 파일을 내려받을 수 없습니다: {reason}.</translation>
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
        <source>{count} pictures cannot be read; the first is {path}.</source>
        <translation>사진 {count}장을 읽을 수 없습니다. 첫 번째는 {path}입니다.</translation>
    </message>
    <message>
        <source>{host} cannot be reached: this computer seems to be offline.</source>
        <translation>{host}에 접속할 수 없습니다. 이 컴퓨터가 오프라인인 것 같습니다.</translation>
    </message>
    <message>
        <source>{name} needs {needed} of flash, and there is room for {available}.</source>
        <translation>{name}에는 플래시 {needed}가 필요한데 남은 공간은 {available}입니다.</translation>
    </message>
    <message>
        <source>{path} already holds a run with other settings: {difference}.</source>
        <translation>{path}에 설정이 다른 실행이 이미 있습니다: {difference}.</translation>
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
        <source>{path} does not run: {reason}.</source>
        <translation>{path} 파일이 실행되지 않습니다: {reason}.</translation>
    </message>
    <message>
        <source>{path} has {found} bytes; a flash chip of {size} bytes was asked for.</source>
        <translation>{path} 파일은 {found}바이트인데, 플래시 칩은 {size}바이트로 요청되었습니다.</translation>
    </message>
    <message>
        <source>{path} holds an entry that is not safe to unpack: {entry} ({reason}).</source>
        <translation>{path}에 풀기에 안전하지 않은 항목이 있습니다: {entry} ({reason}).</translation>
    </message>
    <message>
        <source>{path} holds more than weights: reading it would call {name}.</source>
        <translation>{path}에 가중치가 아닌 것이 있습니다. 읽으면 {name}이(가) 호출됩니다.</translation>
    </message>
    <message>
        <source>{path} is Huffman-coded already.</source>
        <translation>{path} 파일은 이미 Huffman 부호화되어 있습니다.</translation>
    </message>
    <message>
        <source>{path} is being worked on by another process.</source>
        <translation>다른 프로세스가 {path}에서 작업하고 있습니다.</translation>
    </message>
    <message>
        <source>{path} is damaged, or is not the file that its stage wrote.</source>
        <translation>{path} 파일이 손상되었거나, 해당 단계에서 만든 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>{path} is not a backup that fits this board ({reason}).</source>
        <translation>{path} 파일은 이 보드에 맞는 백업이 아닙니다 ({reason}).</translation>
    </message>
    <message>
        <source>{path} is not a batch of CIFAR-10 pictures: {reason}.</source>
        <translation>{path} 파일은 CIFAR-10 사진 묶음이 아닙니다: {reason}.</translation>
    </message>
    <message>
        <source>{path} is not a file of weights that PyTorch saved.</source>
        <translation>{path} 파일은 PyTorch가 저장한 가중치 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>{path} is not a firmware bundle ({reason}).</source>
        <translation>{path} 파일은 펌웨어 번들이 아닙니다 ({reason}).</translation>
    </message>
    <message>
        <source>{path} is not a network of this program: {reason}.</source>
        <translation>{path} 파일은 이 프로그램의 신경망이 아닙니다: {reason}.</translation>
    </message>
    <message>
        <source>{path} is not a readable model file.</source>
        <translation>{path} 파일은 읽을 수 있는 모델 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>{path} is not a readable picture.</source>
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
        <source>{path} is not an ordinary file, but a link, a folder or a device.</source>
        <translation>{path}은(는) 일반 파일이 아니라 링크, 폴더 또는 장치입니다.</translation>
    </message>
    <message>
        <source>{path} is not an ordinary folder, but a link or a file.</source>
        <translation>{path}은(는) 일반 폴더가 아니라 링크 또는 파일입니다.</translation>
    </message>
    <message>
        <source>{path} is not the file that was published: its SHA-256 begins with {found} instead of {expected}.</source>
        <translation>{path} 파일은 공개된 파일이 아닙니다. SHA-256이 {expected} 대신 {found}(으)로 시작합니다.</translation>
    </message>
    <message>
        <source>{path} is protected with a password.</source>
        <translation>{path} 파일은 암호로 보호되어 있습니다.</translation>
    </message>
    <message>
        <source>{path} is there already and has something in it.</source>
        <translation>{path} 폴더가 이미 있고 비어 있지 않습니다.</translation>
    </message>
    <message>
        <source>{path} is there already.</source>
        <translation>{path}은(는) 이미 있습니다.</translation>
    </message>
    <message>
        <source>{path} is {found}, not a file.</source>
        <translation>{path} 경로는 파일이 아닙니다({found}).</translation>
    </message>
    <message>
        <source>{path} tells {found} classes apart, the pictures have {needed}.</source>
        <translation>{path} 파일은 클래스 {found}개를 구별하는데 사진에는 {needed}개가 있습니다.</translation>
    </message>
    <message>
        <source>{path} was deleted or moved while it was being worked on.</source>
        <translation>작업하는 동안 {path}을(를) 지우거나 옮겼습니다.</translation>
    </message>
    <message>
        <source>{path} was made by another version of the program (format {found}, this one reads {known}).</source>
        <translation>{path} 파일은 다른 버전의 프로그램이 만들었습니다(형식 {found}, 이 버전은 {known}).</translation>
    </message>
    <message>
        <source>{path} would unpack to more than {limit}.</source>
        <translation>{path} 파일은 압축을 풀면 {limit}보다 커집니다.</translation>
    </message>
    <message>
        <source>{stage} cannot start: {needed} has not finished in this run.</source>
        <translation>{stage} 단계를 시작할 수 없습니다. 이 실행에서 {needed} 단계가 끝나지 않았습니다.</translation>
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
        <source>Project for ESP-IDF…</source>
        <translation>ESP-IDF용 프로젝트…</translation>
    </message>
    <message>
        <source>All of it in one zip file…</source>
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
        <source>The report, the model as files, as C source or as a project, and the run&apos;s folder.</source>
        <translation>보고서, 모델(파일, C 소스, 프로젝트), 실행 폴더입니다.</translation>
    </message>
    <message>
        <source>Save report…</source>
        <translation>보고서 저장…</translation>
    </message>
    <message>
        <source>One page with every figure and picture of this run.</source>
        <translation>이 실행의 모든 수치와 그림이 담긴 한 페이지입니다.</translation>
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
        <source>The log is {path}</source>
        <translation>로그는 {path}에 있습니다</translation>
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
    <name>Finding</name>
    <message>
        <source>Outside the class folders, and not used: {count}</source>
        <translation>클래스 폴더 밖에 있어 쓰지 않음: {count}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is set aside: listed, but not used ({count}).</source>
        <translation>&apos;{name}&apos; 제쳐 둠: 목록에는 있지만 쓰지 않습니다 ({count}).</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; and &apos;{partner}&apos; are called almost the same.</source>
        <translation>&apos;{name}&apos;, &apos;{partner}&apos;: 이름이 거의 같습니다.</translation>
    </message>
    <message>
        <source>No pictures, whatever their names say: {count}</source>
        <translation>이름과 달리 사진이 아님: {count}</translation>
    </message>
    <message>
        <source>Damaged or cut short: {count}</source>
        <translation>손상되었거나 잘림: {count}</translation>
    </message>
    <message>
        <source>Too small to show anything: {count}</source>
        <translation>너무 작아서 알아볼 수 없음: {count}</translation>
    </message>
    <message>
        <source>Too large to be read: {count}</source>
        <translation>너무 커서 읽을 수 없음: {count}</translation>
    </message>
    <message>
        <source>Links that lead nowhere: {count}</source>
        <translation>끊어진 링크: {count}</translation>
    </message>
    <message>
        <source>Copies of pictures in a later split, left out: {count}</source>
        <translation>뒤 분할에 있는 사진의 복사본, 제외함: {count}</translation>
    </message>
    <message>
        <source>Exact copies of others, kept together: {count}</source>
        <translation>똑같은 복사본, 함께 묶음: {count}</translation>
    </message>
    <message>
        <source>Near copies of others (one burst, or saved again), kept together: {count}</source>
        <translation>다른 사진과 거의 같음(연달아 찍었거나 다시 저장함), 함께 둠: {count}</translation>
    </message>
    <message>
        <source>Near copies of others: {count}. This run may divide them; a new run keeps them together.</source>
        <translation>다른 사진과 거의 같음: {count}. 이 실행은 나누어 둘 수 있지만 새 실행은 함께 둡니다.</translation>
    </message>
    <message>
        <source>Near copies of pictures in a later split: {count}. The result looks better than it is.</source>
        <translation>뒤 분할에 있는 사진과 거의 같음: {count}. 결과가 실제보다 좋아 보입니다.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is hardly more than one burst ({count}): take more where the board will look.</source>
        <translation>&apos;{name}&apos; 클래스는 거의 한 번에 연달아 찍은 사진입니다 ({count}). 보드가 보게 될 곳에서 더 찍으세요.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; always has the same background ({count}): take some where the board will look.</source>
        <translation>&apos;{name}&apos; 클래스는 배경이 늘 같습니다 ({count}). 보드가 보게 될 곳에서도 찍으세요.</translation>
    </message>
    <message>
        <source>More classes that are hardly more than one burst: {count}; take more where the board will look.</source>
        <translation>거의 한 번에 연달아 찍은 사진뿐인 다른 클래스: {count}. 보드가 보게 될 곳에서 더 찍으세요.</translation>
    </message>
    <message>
        <source>More classes with always the same background: {count}; take some where the board will look.</source>
        <translation>배경이 늘 같은 다른 클래스: {count}. 보드가 보게 될 곳에서도 찍으세요.</translation>
    </message>
    <message>
        <source>Smaller than what the network sees, enlarged: {count}</source>
        <translation>신경망이 보는 크기보다 작아 확대함: {count}</translation>
    </message>
    <message>
        <source>There is only one class: nothing to tell apart.</source>
        <translation>클래스가 하나뿐이라 구별할 것이 없습니다.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has no picture that can be used.</source>
        <translation>&apos;{name}&apos; 클래스에 쓸 수 있는 사진이 없습니다.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has too few different pictures ({count}).</source>
        <translation>&apos;{name}&apos; 클래스에 서로 다른 사진이 너무 적습니다 ({count}).</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has few pictures ({count}); 50 or more are better.</source>
        <translation>&apos;{name}&apos; 클래스에 사진이 적습니다 ({count}). 50장 이상이 좋습니다.</translation>
    </message>
    <message>
        <source>More classes with too few different pictures: {count}</source>
        <translation>서로 다른 사진이 너무 적은 다른 클래스: {count}</translation>
    </message>
    <message>
        <source>More classes with few pictures: {count}</source>
        <translation>사진이 적은 다른 클래스: {count}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; has far fewer pictures ({count}) than others: training gives it more weight.</source>
        <translation>&apos;{name}&apos; 클래스의 사진({count})이 다른 클래스보다 훨씬 적어 학습에서 더 중요하게 다룹니다.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is missing from a split that the data brings.</source>
        <translation>데이터에 든 분할 하나에 &apos;{name}&apos; 클래스가 없습니다.</translation>
    </message>
    <message>
        <source>The same pictures in &apos;{name}&apos; and in &apos;{partner}&apos;, left out: {count}</source>
        <translation>&apos;{name}&apos; 및 &apos;{partner}&apos;에 같은 사진, 제외함: {count}</translation>
    </message>
    <message>
        <source>The same pictures in several classes, left out: {count}</source>
        <translation>여러 클래스에 같은 사진, 제외함: {count}</translation>
    </message>
</context>
<context>
    <name>Findings</name>
    <message>
        <source>Fewer than two classes are used: there is nothing to tell apart.</source>
        <translation>쓰는 클래스가 둘보다 적어 구별할 것이 없습니다.</translation>
    </message>
    <message>
        <source>The class &apos;{class_name}&apos; has no picture that can be used.</source>
        <translation>클래스 &apos;{class_name}&apos;에 쓸 수 있는 사진이 없습니다.</translation>
    </message>
    <message>
        <source>The class &apos;{class_name}&apos; has {count} different usable pictures; {least} are needed.</source>
        <translation>클래스 &apos;{class_name}&apos;에 쓸 수 있는 서로 다른 사진이 {count}장 있습니다. {least}장이 필요합니다.</translation>
    </message>
    <message>
        <source>The class &apos;{class_name}&apos; has {count} pictures; {enough} or more are better.</source>
        <translation>클래스 &apos;{class_name}&apos;에 사진이 {count}장 있습니다. {enough}장 이상이 좋습니다.</translation>
    </message>
    <message>
        <source>The class &apos;{class_name}&apos; is missing from the data&apos;s own {part} split.</source>
        <translation>데이터의 {part} 분할에 클래스 &apos;{class_name}&apos;이(가) 없습니다.</translation>
    </message>
    <message>
        <source>The class &apos;{class_name}&apos; is set aside: its {files} are listed but not used.</source>
        <translation>클래스 &apos;{class_name}&apos; 제쳐 둠: {files}, 목록에는 있지만 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>The class &apos;{largest}&apos; has {most} pictures, &apos;{class_name}&apos; has {count}: training gives rare classes more weight, unless told not to.</source>
        <translation>클래스 &apos;{largest}&apos;에는 사진이 {most}장, &apos;{class_name}&apos;에는 {count}장 있습니다. 달리 정하지 않으면 학습에서 드문 클래스를 더 중요하게 다룹니다.</translation>
    </message>
    <message>
        <source>The classes &apos;{class_name}&apos; and &apos;{partner}&apos; are called almost the same.</source>
        <translation>클래스 &apos;{class_name}&apos;, &apos;{partner}&apos;: 이름이 거의 같습니다.</translation>
    </message>
    <message>
        <source>The {count} pictures of the class &apos;{class_name}&apos; are hardly more than one burst: take more where the board will look, at other times and from other sides.</source>
        <translation>클래스 &apos;{class_name}&apos;의 사진 {count}장은 거의 한 번에 연달아 찍은 것입니다. 보드가 보게 될 곳에서 다른 시간에, 다른 쪽에서 더 찍으세요.</translation>
    </message>
    <message>
        <source>The {count} pictures of the class &apos;{class_name}&apos; have the same background: take some where the board will look.</source>
        <translation>클래스 &apos;{class_name}&apos;의 사진 {count}장은 배경이 같습니다. 보드가 보게 될 곳에서도 찍으세요.</translation>
    </message>
    <message>
        <source>{files} exact copies of others: kept together in one split.</source>
        <translation>{files}, 다른 사진과 똑같음: 한 분할에 함께 둡니다.</translation>
    </message>
    <message>
        <source>{files} left out: each is a copy of one in a later split.</source>
        <translation>{files} 제외함: 뒤 분할에 있는 사진의 복사본입니다.</translation>
    </message>
    <message>
        <source>{files} left out: the same picture is in &apos;{class_name}&apos; and in &apos;{partner}&apos;.</source>
        <translation>{files} 제외함: &apos;{class_name}&apos; 및 &apos;{partner}&apos;에 같은 사진이 있습니다.</translation>
    </message>
    <message>
        <source>{files} left out: the same picture is in several classes.</source>
        <translation>{files} 제외함: 여러 클래스에 같은 사진이 있습니다.</translation>
    </message>
    <message>
        <source>{files} near copies of others in a later split: its accuracy looks better than it is.</source>
        <translation>{files}, 뒤 분할에 있는 사진과 거의 같음: 그 분할의 정확도가 실제보다 좋아 보입니다.</translation>
    </message>
    <message>
        <source>{files} near copies of others, of one burst or saved again: kept together in one split.</source>
        <translation>{files}, 연달아 찍었거나 다시 저장해 다른 사진과 거의 같음: 한 분할에 함께 둡니다.</translation>
    </message>
    <message>
        <source>{files} near copies of others, of one burst or saved again: this run may have them in several splits, a new run keeps them together.</source>
        <translation>{files}, 연달아 찍었거나 다시 저장해 다른 사진과 거의 같음: 이 실행은 여러 분할에 둘 수 있지만 새 실행은 함께 둡니다.</translation>
    </message>
    <message>
        <source>{files} not usable: each has more than 80 million pixels.</source>
        <translation>{files} 쓸 수 없음: 픽셀이 8천만 개보다 많습니다.</translation>
    </message>
    <message>
        <source>{files} not usable: each is a link that leads nowhere, or has gone.</source>
        <translation>{files} 쓸 수 없음: 끊어진 링크이거나 없어졌습니다.</translation>
    </message>
    <message>
        <source>{files} not usable: each is damaged or cut short.</source>
        <translation>{files} 쓸 수 없음: 손상되었거나 잘렸습니다.</translation>
    </message>
    <message>
        <source>{files} not usable: each is less than 8 pixels wide or high.</source>
        <translation>{files} 쓸 수 없음: 너비나 높이가 8픽셀보다 작습니다.</translation>
    </message>
    <message>
        <source>{files} not usable: each is not a JPEG, PNG, BMP, GIF or WebP picture.</source>
        <translation>{files} 쓸 수 없음: JPEG, PNG, BMP, GIF, WebP 사진이 아닙니다.</translation>
    </message>
    <message>
        <source>{files} outside the class folders: not used.</source>
        <translation>클래스 폴더 밖의 {files}: 쓰지 않습니다.</translation>
    </message>
    <message>
        <source>{files} smaller than {size} pixels: enlarged.</source>
        <translation>{size}픽셀보다 작은 {files}: 확대합니다.</translation>
    </message>
    <message>
        <source>{more} more classes are hardly more than one burst each: take more pictures where the board will look, at other times and from other sides.</source>
        <translation>다른 클래스 {more}개도 저마다 거의 한 번에 연달아 찍은 사진입니다. 보드가 보게 될 곳에서 다른 시간에, 다른 쪽에서 더 찍으세요.</translation>
    </message>
    <message>
        <source>{more} more classes have few pictures; {enough} or more in each are better.</source>
        <translation>다른 클래스 {more}개도 사진이 적습니다. 저마다 {enough}장 이상이 좋습니다.</translation>
    </message>
    <message>
        <source>{more} more classes have one background each: take some of their pictures where the board will look.</source>
        <translation>다른 클래스 {more}개도 저마다 배경이 늘 같습니다. 보드가 보게 될 곳에서도 찍으세요.</translation>
    </message>
    <message>
        <source>{more} more classes have too few different usable pictures; {least} are needed: add pictures, or leave the classes out.</source>
        <translation>다른 클래스 {more}개도 쓸 수 있는 서로 다른 사진이 너무 적습니다. {least}장이 필요합니다. 사진을 더하거나 클래스를 제외하세요.</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>파일 1개</translation>
    </message>
    <message>
        <source>{count} files</source>
        <translation>파일 {count}개</translation>
    </message>
</context>
<context>
    <name>FindingsList</name>
    <message>
        <source>Findings</source>
        <translation>점검 결과</translation>
    </message>
    <message>
        <source>More of the same kinds: {count}</source>
        <translation>같은 종류 더 있음: {count}</translation>
    </message>
    <message>
        <source>What you have changed</source>
        <translation>내가 바꾼 것</translation>
    </message>
    <message>
        <source>Your own folder stays as it is.</source>
        <translation>원래 폴더는 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Nothing is wrong with these pictures.</source>
        <translation>이 사진들에는 문제가 없습니다.</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Do not use them; nothing in your folder changes.</source>
        <translation>쓰지 않습니다. 폴더는 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>제쳐 두기</translation>
    </message>
    <message>
        <source>Do not use them, but keep them listed.</source>
        <translation>쓰지 않지만 목록에는 남깁니다.</translation>
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
        <source>Mix and split again</source>
        <translation>섞어서 다시 나누기</translation>
    </message>
    <message>
        <source>Divide all pictures anew instead of as your folders do; near copies stay together.</source>
        <translation>폴더대로가 아니라 모든 사진을 새로 나눕니다. 거의 같은 사진은 함께 둡니다.</translation>
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
        <source>All pictures are mixed and split again.</source>
        <translation>모든 사진을 섞어서 다시 나눕니다.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is used as &apos;{target}&apos;.</source>
        <translation>&apos;{name}&apos; 클래스를 &apos;{target}&apos; 클래스로 씁니다.</translation>
    </message>
    <message>
        <source>Pictures left out: {count}</source>
        <translation>제외한 사진: {count}</translation>
    </message>
    <message>
        <source>Pictures set aside: {count}</source>
        <translation>제쳐 둔 사진: {count}</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is left out.</source>
        <translation>&apos;{name}&apos; 클래스를 제외했습니다.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is set aside.</source>
        <translation>&apos;{name}&apos; 클래스를 제쳐 두었습니다.</translation>
    </message>
</context>
<context>
    <name>FitGauges</name>
    <message>
        <source>{needed} of {available}</source>
        <translation>{available} 중 {needed}</translation>
    </message>
    <message>
        <source>Expected from the settings.</source>
        <translation>설정에서 예상한 값입니다.</translation>
    </message>
    <message>
        <source>Measured.</source>
        <translation>측정한 값입니다.</translation>
    </message>
</context>
<context>
    <name>FlashMap</name>
    <message>
        <source>Boot loader</source>
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
        <source>Starts the board and looks for the firmware.</source>
        <translation>보드를 시작하고 펌웨어를 찾습니다.</translation>
    </message>
    <message>
        <source>Tells where in the flash everything lies.</source>
        <translation>플래시의 어디에 무엇이 있는지 알려 줍니다.</translation>
    </message>
    <message>
        <source>The program that runs the model on the board.</source>
        <translation>보드에서 모델을 실행하는 프로그램입니다.</translation>
    </message>
    <message>
        <source>What you trained: pruned, quantized and Huffman-coded.</source>
        <translation>학습하고, 가지치기하고, 양자화하고, Huffman 부호화한 모델입니다.</translation>
    </message>
    <message>
        <source>not needed in software</source>
        <translation>소프트웨어에서는 필요 없음</translation>
    </message>
    <message>
        <source>not on this computer yet</source>
        <translation>아직 이 컴퓨터에 없음</translation>
    </message>
    <message>
        <source>What is written where in the board&apos;s flash</source>
        <translation>보드 플래시의 어디에 무엇을 기록하는가</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>그대로 둠</translation>
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
        <source>You can stop or pull the cable at any moment: the board can always be flashed again.</source>
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
        <source>Pictures</source>
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
        <source>When something goes wrong</source>
        <translation>문제가 생겼을 때</translation>
    </message>
    <message>
        <source>Boards in detail</source>
        <translation>보드 자세히</translation>
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
        <source>The board that the model is made for. You can change it at any time.</source>
        <translation>모델을 올릴 보드입니다. 언제든 바꿀 수 있습니다.</translation>
    </message>
    <message>
        <source>flash</source>
        <translation>플래시</translation>
    </message>
    <message>
        <source>Flash is where the board keeps the model.</source>
        <translation>플래시는 보드가 모델을 보관하는 곳입니다.</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Memory is where the board works on a picture.</source>
        <translation>메모리는 보드가 사진을 처리하는 곳입니다.</translation>
    </message>
    <message>
        <source>Time that the board takes for one picture.</source>
        <translation>보드가 사진 한 장을 처리하는 시간입니다.</translation>
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
        <source>Hold the BOOT button down now</source>
        <translation>지금 BOOT 버튼을 누르고 계세요</translation>
    </message>
    <message>
        <source>The board does not enter its loader by itself. Hold BOOT down, tap EN (RST) once and keep BOOT down until writing begins. An ESP32-CAM needs IO0 joined with GND instead.</source>
        <translation>보드가 스스로 로더로 들어가지 않습니다. BOOT를 누른 채 EN(RST)을 한 번 누르고, 기록이 시작될 때까지 BOOT를 놓지 마세요. ESP32-CAM은 대신 IO0를 GND에 연결해야 합니다.</translation>
    </message>
</context>
<context>
    <name>HuffmanPage</name>
    <message>
        <source>Code again</source>
        <translation>다시 부호화</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>작동 방식</translation>
    </message>
    <message>
        <source>It begins anew; it takes less than a minute, most often.</source>
        <translation>처음부터 다시 합니다. 보통 1분도 걸리지 않습니다.</translation>
    </message>
    <message>
        <source>Frequent numbers get short codes</source>
        <translation>자주 나오는 수에 짧은 부호를</translation>
    </message>
    <message>
        <source>Most numbers of the model are zero by now. A zero takes one bit instead of eight. The board reads the codes back while it works, and every number is what it was.</source>
        <translation>이제 모델의 수는 대부분 0입니다. 0은 8비트 대신 1비트만 차지합니다. 보드는 일하면서 부호를 되읽고, 모든 수는 원래 그대로입니다.</translation>
    </message>
    <message>
        <source>Layers may share a code</source>
        <translation>층끼리 부호를 함께 쓸 수 있음</translation>
    </message>
    <message>
        <source>Layers coded</source>
        <translation>부호화한 층</translation>
    </message>
    <message>
        <source>A layer is one step of the network.</source>
        <translation>층은 신경망의 한 단계입니다.</translation>
    </message>
    <message>
        <source>Their weights</source>
        <translation>가중치</translation>
    </message>
    <message>
        <source>What the coded numbers take together.</source>
        <translation>부호화한 수를 모두 합한 크기입니다.</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>남은 시간</translation>
    </message>
    <message>
        <source>For comparing both files on all pictures.</source>
        <translation>모든 사진에서 두 파일을 비교하는 시간입니다.</translation>
    </message>
    <message>
        <source>What coding came to</source>
        <translation>부호화 결과</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>부호</translation>
    </message>
    <message>
        <source>The line across a bar marks what it was before.</source>
        <translation>막대를 가로지르는 선은 이전 값입니다.</translation>
    </message>
    <message>
        <source>Bytes of each layer</source>
        <translation>층별 바이트</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>층</translation>
    </message>
    <message>
        <source>What the bytes are for</source>
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
        <source>From {before} to about {after}.</source>
        <translation>{before}에서 약 {after}까지.</translation>
    </message>
    <message>
        <source>The weights take {taken}, their code tables included. The least for any code of single numbers (the entropy) is {entropy}, for Huffman codes without tables {optimal}.</source>
        <translation>가중치는 부호표를 포함해 {taken}입니다. 수 하나씩 부호화할 때의 최소(엔트로피)는 {entropy}, 표를 뺀 Huffman 부호의 최소는 {optimal}입니다.</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>validation</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>On pictures that guide training but are not learned.</source>
        <translation>학습을 이끌지만 배우지는 않는 사진 기준입니다.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>On the pictures that are learned.</source>
        <translation>배우는 사진 기준입니다.</translation>
    </message>
    <message>
        <source>test</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>On pictures kept apart to the end, with the range of chance.</source>
        <translation>끝까지 따로 둔 사진 기준이며, 우연의 범위를 함께 보여 줍니다.</translation>
    </message>
</context>
<context>
    <name>LiveSources</name>
    <message>
        <source>Pictures for the board</source>
        <translation>보드에 보여 줄 사진</translation>
    </message>
    <message>
        <source>Pictures ({patterns})</source>
        <translation>사진 ({patterns})</translation>
    </message>
    <message>
        <source>No board is in touch yet.</source>
        <translation>아직 연결된 보드가 없습니다.</translation>
    </message>
    <message>
        <source>Flash and run it first.</source>
        <translation>먼저 플래시하고 실행하세요.</translation>
    </message>
    <message>
        <source>Computer&apos;s camera</source>
        <translation>컴퓨터 카메라</translation>
    </message>
    <message>
        <source>The camera cannot be used.</source>
        <translation>카메라를 쓸 수 없습니다.</translation>
    </message>
</context>
<context>
    <name>LiveView</name>
    <message>
        <source>Show the board what this computer&apos;s camera sees.</source>
        <translation>이 컴퓨터의 카메라 화면을 보드에 보여 줍니다.</translation>
    </message>
    <message>
        <source>No class is likely enough: the picture may show none of them. The likeliest is {name} ({probability}). How likely is enough was found with the run&apos;s own pictures.</source>
        <translation>충분히 확실한 클래스가 없습니다. 사진에 배운 것이 없을 수도 있습니다. 가장 가까운 것은 {name}({probability})입니다. 어느 정도면 충분한지는 이 실행의 사진으로 정했습니다.</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>확실하지 않음</translation>
    </message>
    <message>
        <source>Firmware {firmware}, runs the model in {runtime}, on {port} at {baud} baud</source>
        <translation>펌웨어 {firmware}, 런타임 {runtime}, 포트 {port}, {baud}보</translation>
    </message>
    <message>
        <source>virtual</source>
        <translation>가상</translation>
    </message>
    <message>
        <source>The model takes {used} of the board&apos;s memory; {left} are left of what it was given.</source>
        <translation>모델이 보드 메모리 {used}를 씁니다. 주어진 것 중 {left}가 남았습니다.</translation>
    </message>
    <message>
        <source>The board has another model than this run. Flash it to compare.</source>
        <translation>보드에 이 실행과 다른 모델이 있습니다. 비교하려면 플래시하세요.</translation>
    </message>
    <message>
        <source>Watch what the board&apos;s own camera sees.</source>
        <translation>보드의 카메라가 보는 것을 봅니다.</translation>
    </message>
    <message>
        <source>This board has no camera, or it did not answer.</source>
        <translation>이 보드에는 카메라가 없거나 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Time for restoring the Huffman-coded weights, a part of the time for a picture.</source>
        <translation>Huffman 부호화된 가중치를 되돌리는 시간으로, 사진 한 장 시간의 일부입니다.</translation>
    </message>
    <message>
        <source>The virtual board cannot measure it.</source>
        <translation>가상 보드는 측정할 수 없습니다.</translation>
    </message>
    <message>
        <source>Time that the board takes for one picture.</source>
        <translation>보드가 사진 한 장을 처리하는 시간입니다.</translation>
    </message>
    <message>
        <source>It is this computer&apos;s time, not a chip&apos;s.</source>
        <translation>칩이 아니라 이 컴퓨터의 시간입니다.</translation>
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
        <source>This board is played by this computer. Its times are not a chip&apos;s.</source>
        <translation>컴퓨터가 흉내 내는 보드입니다. 시간은 칩의 시간이 아닙니다.</translation>
    </message>
    <message>
        <source>Of so many test pictures the board says the same as the file on this computer.</source>
        <translation>시험 사진 중 보드의 답이 이 컴퓨터의 파일과 같은 수입니다.</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>사진 한 장</translation>
    </message>
    <message>
        <source>decoding</source>
        <translation>복호화</translation>
    </message>
    <message>
        <source>pictures a second</source>
        <translation>초당 사진</translation>
    </message>
    <message>
        <source>With sending the picture to the board and its answer back.</source>
        <translation>보드로 보내고 답을 받는 시간을 포함합니다.</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>Test pictures</source>
        <translation>시험 사진</translation>
    </message>
    <message>
        <source>Ten pictures that the network has never learned from.</source>
        <translation>신경망이 배운 적 없는 사진 열 장입니다.</translation>
    </message>
    <message>
        <source>Choose pictures…</source>
        <translation>사진 선택…</translation>
    </message>
    <message>
        <source>Any pictures of yours. You can also drop them anywhere on this page.</source>
        <translation>어떤 사진이든 됩니다. 이 화면 아무 데나 놓아도 됩니다.</translation>
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
        <source>Pictures…</source>
        <translation>사진…</translation>
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
    <name>MethodChooser</name>
    <message>
        <source>How carefully</source>
        <translation>얼마나 꼼꼼하게</translation>
    </message>
    <message>
        <source>How carefully to round</source>
        <translation>얼마나 꼼꼼하게 반올림할지</translation>
    </message>
    <message>
        <source>Keep learning</source>
        <translation>계속 배우기</translation>
    </message>
    <message>
        <source>The network gets used to rounded numbers. Best with thousands of pictures.</source>
        <translation>네트워크가 반올림한 숫자에 익숙해집니다. 사진이 수천 장일 때 가장 좋습니다.</translation>
    </message>
    <message>
        <source>Fast. Keeps the most where there are few pictures.</source>
        <translation>빠릅니다. 사진이 적을 때 정확도를 가장 잘 지킵니다.</translation>
    </message>
    <message>
        <source>Only round</source>
        <translation>반올림만</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>약 {time}</translation>
    </message>
</context>
<context>
    <name>Mistakes</name>
    <message>
        <source>The pictures that the model was most wrong about</source>
        <translation>모델이 가장 크게 틀린 사진</translation>
    </message>
    <message>
        <source>{picture} is {is_class}. The model was {probability} sure of {taken_for} and gave {is_class} {probability_of_right}.</source>
        <translation>{picture} 사진의 정답은 {is_class}입니다. 모델은 {probability} 확신으로 {taken_for}(이)라 했고, {is_class}에는 {probability_of_right}를 주었습니다.</translation>
    </message>
    <message>
        <source>said {name}</source>
        <translation>모델의 답 {name}</translation>
    </message>
    <message>
        <source>is {name}</source>
        <translation>정답 {name}</translation>
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
        <source>{layer}: rounding changes nothing that it puts out.</source>
        <translation>{layer}: 반올림해도 출력이 바뀌지 않습니다.</translation>
    </message>
    <message>
        <source>{layer}, {bits} bits: its output is {times} times as strong as the noise ({decibels} dB; weights {weights}).</source>
        <translation>{layer}, {bits}비트: 출력이 잡음보다 {times}배 강합니다({decibels} dB, 가중치 {weights}).</translation>
    </message>
    <message>
        <source>exact</source>
        <translation>정확</translation>
    </message>
</context>
<context>
    <name>Outcome</name>
    <message>
        <source>Everything up to the last finished epoch is kept. Go on from there.</source>
        <translation>마지막으로 끝난 에포크까지 모두 보관되어 있습니다. 거기서 이어서 하세요.</translation>
    </message>
    <message>
        <source>Stopped. What is finished is kept.</source>
        <translation>중지했습니다. 끝난 것은 보관되어 있습니다.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>다시 시도</translation>
    </message>
    <message>
        <source>The work was ended from outside, by the system or another program.</source>
        <translation>작업이 외부에서, 시스템이나 다른 프로그램에 의해 종료되었습니다.</translation>
    </message>
    <message>
        <source>The work broke off unexpectedly (code {code}).</source>
        <translation>작업이 예기치 않게 중단되었습니다 (코드 {code}).</translation>
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
    <name>PictureView</name>
    <message>
        <source>Drop a picture here</source>
        <translation>사진을 여기에 놓으세요</translation>
    </message>
    <message>
        <source>The picture that the board looked at</source>
        <translation>보드가 본 사진</translation>
    </message>
</context>
<context>
    <name>PicturesPanel</name>
    <message>
        <source>Show all</source>
        <translation>모두 보기</translation>
    </message>
    <message>
        <source>Some pictures only</source>
        <translation>일부 사진만</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>What can be done with this class</source>
        <translation>이 클래스로 할 수 있는 일</translation>
    </message>
    <message>
        <source>Use as</source>
        <translation>다른 클래스로 쓰기</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>폴더 보기</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>제쳐 두기</translation>
    </message>
    <message>
        <source>Use again</source>
        <translation>다시 쓰기</translation>
    </message>
</context>
<context>
    <name>PlaceList</name>
    <message>
        <source>Where is the board?</source>
        <translation>보드가 어디에 있나요?</translation>
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
        <source>A board in software: it is flashed and answers as one on a cable does.</source>
        <translation>소프트웨어 보드입니다. 케이블로 연결한 보드처럼 플래시되고 응답합니다.</translation>
    </message>
    <message>
        <source>Connected with a cable</source>
        <translation>케이블로 연결됨</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Virtual board, played by this computer</source>
        <translation>이 컴퓨터가 흉내 내는 가상 보드</translation>
    </message>
</context>
<context>
    <name>Preferences</name>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>시스템 설정대로</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>색상</translation>
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
        <source>Record where time goes</source>
        <translation>시간이 어디에 쓰이는지 기록</translation>
    </message>
    <message>
        <source>Each step leaves a profile for chrome://tracing in the folder logs of its run.</source>
        <translation>각 단계가 실행의 logs 폴더에 chrome://tracing용 프로파일을 남깁니다.</translation>
    </message>
    <message>
        <source>Folder for runs…</source>
        <translation>실행을 둘 폴더…</translation>
    </message>
    <message>
        <source>About Squeeze Studio…</source>
        <translation>Squeeze Studio 정보…</translation>
    </message>
    <message>
        <source>Version, and the licences of all that is in the program</source>
        <translation>버전과 프로그램에 들어 있는 모든 것의 라이선스</translation>
    </message>
    <message>
        <source>Folder for runs</source>
        <translation>실행을 둘 폴더</translation>
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
        <source>A first model, good enough to try everything out.</source>
        <translation>모든 것을 시험해 보기에 충분한 첫 모델입니다.</translation>
    </message>
    <message>
        <source>More often right, and a smaller file in the end.</source>
        <translation>더 자주 맞고, 최종 파일도 더 작습니다.</translation>
    </message>
    <message>
        <source>As small and as right as it gets, for whoever can wait.</source>
        <translation>기다릴 수 있다면, 가장 작고 가장 정확하게 만듭니다.</translation>
    </message>
    <message>
        <source>How thoroughly to train</source>
        <translation>얼마나 철저히 학습할지</translation>
    </message>
    <message>
        <source>{epochs} epochs</source>
        <translation>에포크 {epochs}번</translation>
    </message>
    <message>
        <source>about {time}</source>
        <translation>약 {time}</translation>
    </message>
    <message>
        <source>All steps together: about {time}.</source>
        <translation>모든 단계를 합해 약 {time}.</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>What the network sees</source>
        <translation>신경망이 보는 것</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Varied while it learns</source>
        <translation>배우는 동안 변형된 사진</translation>
    </message>
</context>
<context>
    <name>Progress</name>
    <message>
        <source>Getting ready</source>
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
        <source>Stop now. What is finished is kept, and you can go on later.</source>
        <translation>지금 중지합니다. 끝난 것은 보관되며 나중에 이어서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>What the program has told while it worked.</source>
        <translation>프로그램이 작업하며 알린 내용입니다.</translation>
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
        <source>Nothing is lost</source>
        <translation>아무것도 잃지 않습니다</translation>
    </message>
</context>
<context>
    <name>Proofs</name>
    <message>
        <source>Decoded, all {count} coded tables of weights are what they were, bit for bit.</source>
        <translation>부호화한 가중치 표 {count}개 모두, 복호화하면 비트 하나까지 원래와 같습니다.</translation>
    </message>
    <message>
        <source>The board&apos;s own runtime (TFLM) decodes {count} of {all} the same.</source>
        <translation>보드의 런타임(TFLM)도 {all}개 중 {count}개를 똑같이 복호화합니다.</translation>
    </message>
    <message>
        <source>The board&apos;s own runtime (TFLM) is not there on this computer to be asked.</source>
        <translation>보드의 런타임(TFLM)이 이 컴퓨터에 없어 확인할 수 없습니다.</translation>
    </message>
    <message>
        <source>Both files give the same answers, byte for byte, on {count} of {all} pictures.</source>
        <translation>사진 {all}장 중 {count}장에서 두 파일의 답이 바이트 하나까지 같습니다.</translation>
    </message>
</context>
<context>
    <name>Prune</name>
    <message>
        <source>where it matters least</source>
        <translation>영향이 가장 적은 곳</translation>
    </message>
    <message>
        <source>the same in each layer</source>
        <translation>모든 층에서 똑같이</translation>
    </message>
    <message>
        <source>keep learning</source>
        <translation>계속 학습</translation>
    </message>
    <message>
        <source>only fit each layer (fast)</source>
        <translation>층마다 맞추기만 (빠름)</translation>
    </message>
    <message>
        <source>How accuracy is kept</source>
        <translation>정확도를 지키는 방법</translation>
    </message>
    <message>
        <source>Filters that go</source>
        <translation>없앨 필터</translation>
    </message>
    <message>
        <source>Where it goes</source>
        <translation>없앨 곳</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Learn from the trained network</source>
        <translation>학습된 신경망에서 배우기</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
</context>
<context>
    <name>PrunePage</name>
    <message>
        <source>Prune again</source>
        <translation>다시 가지치기</translation>
    </message>
    <message>
        <source>Prune differently</source>
        <translation>다르게 가지치기</translation>
    </message>
    <message>
        <source>It goes on with the next try.</source>
        <translation>다음 시도부터 이어집니다.</translation>
    </message>
    <message>
        <source>Right answers on pictures that it does not learn from, after the last epoch.</source>
        <translation>마지막 에포크 뒤, 배우지 않는 사진에서 맞힌 비율입니다.</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>없앤 비율</translation>
    </message>
    <message>
        <source>All epochs are done; measuring is left.</source>
        <translation>에포크는 모두 끝났고 측정만 남았습니다.</translation>
    </message>
    <message>
        <source>Connections that are gone by now.</source>
        <translation>지금까지 없앤 연결입니다.</translation>
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
        <source>What is gone, layer by layer</source>
        <translation>층별로 없앤 것</translation>
    </message>
    <message>
        <source>Each bar is a layer of the network. It fills as its connections go.</source>
        <translation>막대 하나가 신경망의 층 하나입니다. 연결이 없어질수록 채워집니다.</translation>
    </message>
    <message>
        <source>Pruning takes about {time}.</source>
        <translation>가지치기에 약 {time} 걸립니다.</translation>
    </message>
    <message>
        <source>{layer}: {share} of {count} connections gone.</source>
        <translation>{layer}: 연결 {count}개 중 {share} 없앰.</translation>
    </message>
</context>
<context>
    <name>Quantize</name>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Learn from the trained network</source>
        <translation>학습된 신경망에서 배우기</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
</context>
<context>
    <name>QuantizePage</name>
    <message>
        <source>Quantize again</source>
        <translation>다시 양자화</translation>
    </message>
    <message>
        <source>Quantize differently</source>
        <translation>다르게 양자화</translation>
    </message>
    <message>
        <source>It goes on with rounding and measuring.</source>
        <translation>반올림과 측정부터 이어집니다.</translation>
    </message>
    <message>
        <source>You can stop at any time: finished epochs are kept.</source>
        <translation>언제든 멈출 수 있습니다. 끝난 에포크는 보관됩니다.</translation>
    </message>
    <message>
        <source>Right answers with rounded numbers, on pictures that it does not learn from.</source>
        <translation>반올림한 수로, 배우지 않는 사진에서 맞힌 비율입니다.</translation>
    </message>
    <message>
        <source>Float, before</source>
        <translation>이전 (float)</translation>
    </message>
    <message>
        <source>Rounded (int8), now</source>
        <translation>반올림 후 (int8)</translation>
    </message>
    <message>
        <source>What rounding left, layer by layer</source>
        <translation>층별 반올림의 영향</translation>
    </message>
    <message>
        <source>Each bar is a layer: the higher it is, the less rounding changed what the layer says.</source>
        <translation>막대 하나가 층 하나입니다. 높을수록 반올림으로 출력이 덜 바뀌었습니다.</translation>
    </message>
    <message>
        <source>Changed answers</source>
        <translation>바뀐 답</translation>
    </message>
    <message>
        <source>The file has {after} instead of {before}: {factor} times smaller.</source>
        <translation>파일이 {before}에서 {after}(으)로, {factor}배 작아졌습니다.</translation>
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
    <name>RunCard</name>
    <message>
        <source>Chosen for a comparison</source>
        <translation>비교하려고 골랐습니다</translation>
    </message>
    <message>
        <source>What can be done with {name}</source>
        <translation>{name}: 할 수 있는 일</translation>
    </message>
    <message>
        <source>Forget it</source>
        <translation>목록에서 빼기</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>폴더 보기</translation>
    </message>
    <message>
        <source>This folder is no longer there, or holds no run any more.</source>
        <translation>이 폴더가 없어졌거나 더는 실행이 들어 있지 않습니다.</translation>
    </message>
    <message>
        <source>If you have moved it, open it where it is now.</source>
        <translation>옮겼다면 지금 있는 곳에서 여세요.</translation>
    </message>
    <message>
        <source>Put it back from a copy, or delete it.</source>
        <translation>복사본으로 되살리거나 삭제하세요.</translation>
    </message>
    <message>
        <source>Nothing finished yet</source>
        <translation>아직 끝난 것이 없음</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>이어서 하기</translation>
    </message>
    <message>
        <source>sample scenes</source>
        <translation>예제 풍경</translation>
    </message>
    <message>
        <source>{count} classes</source>
        <translation>클래스 {count}개</translation>
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
        <source>{done} of {all} steps done</source>
        <translation>{all}단계 중 {done}단계 완료</translation>
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
        <source>Make room</source>
        <translation>공간 확보</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
</context>
<context>
    <name>RunOpener</name>
    <message>
        <source>Folder with pictures</source>
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
        <source>Archive with pictures</source>
        <translation>사진이 든 압축 파일</translation>
    </message>
    <message>
        <source>Folder of a run</source>
        <translation>실행 폴더</translation>
    </message>
    <message>
        <source>{count} things were dropped at once.</source>
        <translation>한꺼번에 {count}개를 놓았습니다.</translation>
    </message>
    <message>
        <source>Put all pictures into one folder, with a subfolder for each kind, and drop that.</source>
        <translation>사진을 모두 한 폴더에, 종류마다 하위 폴더로 나누어 담고 그 폴더를 놓으세요.</translation>
    </message>
    <message>
        <source>Sample scenes</source>
        <translation>예제 풍경</translation>
    </message>
    <message>
        <source>The program is at work on &apos;{name}&apos;.</source>
        <translation>프로그램이 &apos;{name}&apos; 작업을 하고 있습니다.</translation>
    </message>
    <message>
        <source>Wait until it is done, or stop it: what is finished is kept.</source>
        <translation>끝날 때까지 기다리거나 중지하세요. 끝난 것은 보관됩니다.</translation>
    </message>
</context>
<context>
    <name>SearchView</name>
    <message>
        <source>What was tried</source>
        <translation>시도한 것</translation>
    </message>
    <message>
        <source>Try {trial} of at most {most} is finished. Bars show how much was gone.</source>
        <translation>최대 {most}번 중 {trial}번째 시도가 끝났습니다. 막대는 없앤 비율입니다.</translation>
    </message>
    <message>
        <source>The first try is at work.</source>
        <translation>첫 시도를 하고 있습니다.</translation>
    </message>
    <message>
        <source>{share} % gone</source>
        <translation>{share}% 없앰</translation>
    </message>
    <message>
        <source>costs nothing</source>
        <translation>손실 없음</translation>
    </message>
    <message>
        <source>costs {points} points</source>
        <translation>손실 {points}%p</translation>
    </message>
    <message>
        <source>{cost}: too much  ✗</source>
        <translation>{cost}: 너무 많음  ✗</translation>
    </message>
    <message>
        <source>{filters} % of the filters and {zeros} % of the other connections gone: {cost}.</source>
        <translation>필터 {filters}%, 나머지 연결 {zeros}% 없앰: {cost}.</translation>
    </message>
</context>
<context>
    <name>SeeingPanel</name>
    <message>
        <source>Show another picture of the set.</source>
        <translation>사진 모음에서 다른 사진을 보여 줍니다.</translation>
    </message>
    <message>
        <source>Another picture</source>
        <translation>다른 사진</translation>
    </message>
    <message>
        <source>Show other variations: training draws new ones for every picture, every time.</source>
        <translation>다른 변형을 보여 줍니다. 학습은 사진마다 매번 새로 변형합니다.</translation>
    </message>
    <message>
        <source>Other variations</source>
        <translation>다른 변형</translation>
    </message>
    <message>
        <source>Colour</source>
        <translation>컬러</translation>
    </message>
    <message>
        <source>Shades of gray</source>
        <translation>흑백</translation>
    </message>
    <message>
        <source>Picture size</source>
        <translation>사진 크기</translation>
    </message>
    <message>
        <source>Larger pictures show more, and need more memory and time.</source>
        <translation>사진이 클수록 더 많이 보이지만 메모리와 시간이 더 듭니다.</translation>
    </message>
    <message>
        <source>Gray is enough where colour tells nothing.</source>
        <translation>색이 중요하지 않으면 흑백으로 충분합니다.</translation>
    </message>
    <message>
        <source>Vary the pictures while it learns</source>
        <translation>배우는 동안 사진 변형하기</translation>
    </message>
    <message>
        <source>Mirrored, moved and tinted pictures keep the network from learning them by heart.</source>
        <translation>뒤집고, 옮기고, 색을 바꾼 사진은 신경망이 그대로 외우지 못하게 합니다.</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>제외</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>For guiding the training</source>
        <translation>학습을 이끄는 몫</translation>
    </message>
    <message>
        <source>For the accuracy that is shown</source>
        <translation>정확도를 재는 몫</translation>
    </message>
    <message>
        <source>Bad pictures</source>
        <translation>나쁜 사진</translation>
    </message>
    <message>
        <source>Scenes of each class</source>
        <translation>클래스별 풍경 수</translation>
    </message>
    <message>
        <source>Memory for pictures (MB)</source>
        <translation>사진용 메모리 (MB)</translation>
    </message>
    <message>
        <source>Fits {board}, which takes about {time} for a picture.</source>
        <translation>{board}에 들어갑니다. 사진 한 장에 약 {time} 걸립니다.</translation>
    </message>
    <message>
        <source>Does not fit {board}: choose smaller pictures or another board.</source>
        <translation>{board}에 들어가지 않습니다. 더 작은 사진이나 다른 보드를 고르세요.</translation>
    </message>
</context>
<context>
    <name>Seen</name>
    <message>
        <source>{picture}: the board says {name} ({share})</source>
        <translation>{picture}: 보드의 답 {name} ({share})</translation>
    </message>
    <message>
        <source>{picture}: the board is not sure ({name}, {share})</source>
        <translation>{picture}: 보드가 확신하지 못함 ({name}, {share})</translation>
    </message>
    <message>
        <source>, it is {truth}</source>
        <translation>, 정답 {truth}</translation>
    </message>
    <message>
        <source>; the file says the same</source>
        <translation>; 파일의 답도 같음</translation>
    </message>
    <message>
        <source>; the file says {expected}</source>
        <translation>; 파일의 답 {expected}</translation>
    </message>
    <message>
        <source>; the file says the same with other figures</source>
        <translation>; 파일의 답은 같지만 수치가 다름</translation>
    </message>
</context>
<context>
    <name>SeenStrip</name>
    <message>
        <source>The last pictures</source>
        <translation>최근 사진</translation>
    </message>
</context>
<context>
    <name>SettingField</name>
    <message>
        <source>This can be {range}.</source>
        <translation>가능한 값: {range}.</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>a ReLU after the last convolution, as published: for start weights only</source>
        <translation>발표된 대로 마지막 합성곱 뒤에 ReLU: 시작 가중치를 쓸 때만</translation>
    </message>
    <message>
        <source>a class that is not used, or the path of a picture in the data set</source>
        <translation>쓰지 않을 클래스, 또는 데이터 안의 사진 경로</translation>
    </message>
    <message>
        <source>as leave_out, but still listed; not given: what a known data set has as clutter</source>
        <translation>leave_out과 같지만 목록에 남김. 정하지 않으면 알려진 데이터의 잡동사니</translation>
    </message>
    <message>
        <source>bits of a weight code; first and last layer keep 8</source>
        <translation>가중치 부호의 비트 수. 첫 층과 마지막 층은 8 유지</translation>
    </message>
    <message>
        <source>classes that are used as if they were another</source>
        <translation>다른 클래스인 것처럼 쓰는 클래스</translation>
    </message>
    <message>
        <source>connections past Fire modules: none, past every second, past each</source>
        <translation>Fire 모듈을 건너뛰는 연결: 없음, 하나 걸러, 모두</translation>
    </message>
    <message>
        <source>epochs of pruning and recovery</source>
        <translation>가지치기와 회복의 에포크 수</translation>
    </message>
    <message>
        <source>epochs of training with quantization</source>
        <translation>양자화하며 학습하는 에포크 수</translation>
    </message>
    <message>
        <source>factor on the number of filters of every layer</source>
        <translation>모든 층의 필터 수에 곱하는 값</translation>
    </message>
    <message>
        <source>filters that squeeze, for each that expands</source>
        <translation>확장(expand) 필터 하나당 압축(squeeze) 필터 수</translation>
    </message>
    <message>
        <source>fine-tune while pruning, or only fit each layer to its earlier outputs (fast, and better with few images)</source>
        <translation>가중치를 없애면서 계속 학습하거나, 남은 것을 이전 출력에 맞추기만 합니다 (빠르고 사진이 적을 때 더 좋음)</translation>
    </message>
    <message>
        <source>fine-tune with quantized weights, or only fit each layer to its earlier outputs (fast, and better with few images)</source>
        <translation>반올림한 가중치로 계속 학습하거나, 각 층의 출력이 그대로이도록 반올림만 합니다 (빠르고 사진이 적을 때 더 좋음)</translation>
    </message>
    <message>
        <source>first epochs, from start weights, with all but the last layer fixed</source>
        <translation>시작 가중치를 쓸 때 마지막 층만 배우는 처음 에포크 수</translation>
    </message>
    <message>
        <source>folder or archive with pictures, or &apos;scenes&apos;</source>
        <translation>사진이 든 폴더나 압축 파일, 또는 &apos;scenes&apos;</translation>
    </message>
    <message>
        <source>from start weights, batch normalization keeps the statistics that it has: better with few images</source>
        <translation>시작 가중치에서 배치 정규화가 가진 통계를 유지합니다: 사진이 적을 때 더 좋습니다</translation>
    </message>
    <message>
        <source>highest size of a training step</source>
        <translation>학습 한 걸음의 최대 크기</translation>
    </message>
    <message>
        <source>how many sample scenes of each class are drawn</source>
        <translation>클래스마다 그릴 예제 풍경 수</translation>
    </message>
    <message>
        <source>let layers share code tables where that makes the file smaller</source>
        <translation>파일이 작아지면 층끼리 부호표를 함께 씀</translation>
    </message>
    <message>
        <source>memory for decoded pictures; more go to disk</source>
        <translation>펼친 사진을 담을 메모리. 넘치면 디스크에 둠</translation>
    </message>
    <message>
        <source>near copies, such as the pictures of a burst: together in one split, or anywhere as in runs of older versions</source>
        <translation>연달아 찍은 사진처럼 거의 같은 사진: together 한 분할에 함께, anywhere 이전 버전의 실행처럼 아무 데나</translation>
    </message>
    <message>
        <source>number from which all chance is drawn</source>
        <translation>모든 우연의 바탕이 되는 숫자</translation>
    </message>
    <message>
        <source>one threshold for all layers, or the same share in each</source>
        <translation>모든 층에 같은 문턱값, 또는 층마다 같은 비율</translation>
    </message>
    <message>
        <source>own: train, validation and test as the data brings them, where it does; mixed: all pictures are divided anew, near copies together</source>
        <translation>own: 데이터에 나뉘어 있으면 학습, 검증, 테스트를 그대로 씀, mixed: 거의 같은 사진을 함께 두고 모든 사진을 새로 나눔</translation>
    </message>
    <message>
        <source>pictures a step</source>
        <translation>한 걸음에 쓰는 사진 수</translation>
    </message>
    <message>
        <source>pictures of rare classes count for more; auto: where classes differ much in size</source>
        <translation>드문 클래스의 사진을 더 중요하게 봄. auto: 클래스 크기가 크게 다를 때만</translation>
    </message>
    <message>
        <source>points of accuracy that pruning may cost: the smallest network within them is looked for, whatever sparsity and filters say</source>
        <translation>가지치기로 잃어도 되는 정확도(%p). 비율과 필터 설정에 상관없이 그 안에서 가장 작은 신경망을 찾음</translation>
    </message>
    <message>
        <source>see in shades of gray instead of colour</source>
        <translation>컬러 대신 흑백으로 보기</translation>
    </message>
    <message>
        <source>share of the filters that are taken out whole, before that</source>
        <translation>그 전에 통째로 없애는 필터의 비율</translation>
    </message>
    <message>
        <source>share of the filters that expand which look at 3x3 pixels</source>
        <translation>확장(expand) 필터 중 3x3 픽셀을 보는 비율</translation>
    </message>
    <message>
        <source>share of the pictures kept apart for the reported accuracy</source>
        <translation>정확도를 재려고 따로 두는 사진의 비율</translation>
    </message>
    <message>
        <source>share of the pictures that guides training</source>
        <translation>학습을 이끄는 사진의 비율</translation>
    </message>
    <message>
        <source>share of the weights that are set to zero</source>
        <translation>0으로 만드는 가중치의 비율</translation>
    </message>
    <message>
        <source>side of the square picture that the network sees, in pixels</source>
        <translation>신경망이 보는 정사각형 사진의 한 변(픽셀)</translation>
    </message>
    <message>
        <source>the network</source>
        <translation>신경망</translation>
    </message>
    <message>
        <source>times that training sees every picture</source>
        <translation>학습이 사진마다 보는 횟수</translation>
    </message>
    <message>
        <source>what training starts from: &apos;shipped&apos; (the starting network of the program), &apos;imagenet&apos; (ImageNet weights that were fetched), a .pth file of torchvision&apos;s, or &apos;scratch&apos;</source>
        <translation>학습의 시작점: &apos;shipped&apos;(프로그램에 들어 있는 시작 신경망), &apos;imagenet&apos;(내려받은 ImageNet 가중치), torchvision의 .pth 파일 또는 &apos;scratch&apos;(처음부터)</translation>
    </message>
    <message>
        <source>train on mirrored, moved and tinted variations too</source>
        <translation>뒤집고, 옮기고, 색을 바꾼 변형으로도 학습</translation>
    </message>
    <message>
        <source>what the trained network&apos;s answers count for, against the labels</source>
        <translation>정답에 견주어 학습된 신경망의 답을 얼마나 칠지</translation>
    </message>
    <message>
        <source>what to do when pictures cannot be read</source>
        <translation>읽을 수 없는 사진이 있을 때 할 일</translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message>
        <source>Your runs</source>
        <translation>내 실행</translation>
    </message>
    <message>
        <source>Do not compare</source>
        <translation>비교 안 함</translation>
    </message>
    <message>
        <source>Open a run…</source>
        <translation>실행 열기…</translation>
    </message>
    <message>
        <source>Open the folder of a run, also of one that the command line made.</source>
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
        <source>Choose the run to compare &apos;{name}&apos; with.</source>
        <translation>&apos;{name}&apos;와(과) 비교할 실행을 고르세요.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be deleted.</source>
        <translation>&apos;{name}&apos; 실행을 삭제할 수 없습니다.</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; is deleted.</source>
        <translation>&apos;{name}&apos; 실행을 삭제했습니다.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>{size} of &apos;{name}&apos; removed. Models and figures are as they were.</source>
        <translation>&apos;{name}&apos; 실행에서 {size}를 비웠습니다. 모델과 수치는 그대로입니다.</translation>
    </message>
    <message>
        <source>Show folder</source>
        <translation>폴더 보기</translation>
    </message>
    <message>
        <source>&apos;{name}&apos; cannot be brought back.</source>
        <translation>&apos;{name}&apos; 실행을 되살릴 수 없습니다.</translation>
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
        <source>{size} when packed with gzip</source>
        <translation>gzip으로 압축하면 {size}</translation>
    </message>
    <message>
        <source>{size}, packed {packed}</source>
        <translation>{size}, 압축하면 {packed}</translation>
    </message>
    <message>
        <source>AlexNet, {count} classes</source>
        <translation>AlexNet, 클래스 {count}개</translation>
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
        <source>Not made yet.</source>
        <translation>아직 만들지 않았습니다.</translation>
    </message>
    <message>
        <source>As it was published.</source>
        <translation>발표된 그대로입니다.</translation>
    </message>
    <message>
        <source>Worked out for the classes of this run.</source>
        <translation>이 실행의 클래스에 맞춰 계산했습니다.</translation>
    </message>
    <message>
        <source>Measured: the length of the file.</source>
        <translation>파일 길이를 측정했습니다.</translation>
    </message>
    <message>
        <source>Expected from the settings.</source>
        <translation>설정에서 예상한 값입니다.</translation>
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
        <source>Find the smallest by itself</source>
        <translation>가장 작은 것 자동 찾기</translation>
    </message>
    <message>
        <source>Tries by itself how much can go, and takes the most that costs no more than this.</source>
        <translation>얼마나 없앨 수 있는지 스스로 시험하고, 이만큼만 잃으면서 가장 많이 없앱니다.</translation>
    </message>
    <message>
        <source>Points of accuracy it may cost</source>
        <translation>잃어도 되는 정확도 (%p)</translation>
    </message>
    <message>
        <source>As small as it can be</source>
        <translation>가능한 한 작게</translation>
    </message>
    <message>
        <source>{share} % gone</source>
        <translation>{share}% 없앰</translation>
    </message>
    <message>
        <source>about {size}</source>
        <translation>약 {size}</translation>
    </message>
    <message>
        <source>It tries how much can go while accuracy falls by {points} points at most.</source>
        <translation>정확도가 최대 {points}%p 떨어지는 선에서 얼마나 없앨 수 있는지 시험합니다.</translation>
    </message>
    <message>
        <source>How large the file will be is not known for this run.</source>
        <translation>이 실행에서는 파일 크기를 미리 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The finished file, after all steps: {factor} times smaller than without pruning.</source>
        <translation>모든 단계를 마친 파일: 가지치기를 안 할 때보다 {factor}배 작습니다.</translation>
    </message>
    <message>
        <source>Share of the connections that go, in percent</source>
        <translation>없앨 연결의 비율(%)</translation>
    </message>
    <message>
        <source>How many of the connections go. The more, the smaller the file.</source>
        <translation>연결을 얼마나 없앨지 정합니다. 많이 없앨수록 파일이 작아집니다.</translation>
    </message>
    <message>
        <source>Points of accuracy that pruning may cost</source>
        <translation>가지치기로 잃어도 되는 정확도(%p)</translation>
    </message>
    <message>
        <source>One point is one picture in a hundred.</source>
        <translation>1%p는 사진 백 장 중 한 장입니다.</translation>
    </message>
</context>
<context>
    <name>SizeFigures</name>
    <message>
        <source>Quantized, before</source>
        <translation>이전 (양자화)</translation>
    </message>
    <message>
        <source>Huffman-coded, now</source>
        <translation>지금 (Huffman 부호화)</translation>
    </message>
    <message>
        <source>{factor} times smaller, {alexnet} times smaller than AlexNet, and still {accuracy} right.</source>
        <translation>{factor}배 작고, AlexNet보다 {alexnet}배 작으며, 여전히 {accuracy} 맞힙니다.</translation>
    </message>
</context>
<context>
    <name>SizesCard</name>
    <message>
        <source>Size</source>
        <translation>크기</translation>
    </message>
    <message>
        <source>From line to line ten times as large. Beside each bar: how many times smaller than AlexNet. Its paler part is what gzip would save.</source>
        <translation>눈금마다 열 배씩 커집니다. 막대 옆은 AlexNet보다 몇 배 작은지입니다. 옅은 부분은 gzip이 줄일 수 있는 만큼입니다.</translation>
    </message>
</context>
<context>
    <name>StagePage</name>
    <message>
        <source>You can stop at any time: what is finished is kept.</source>
        <translation>언제든 멈출 수 있습니다. 끝난 것은 보관됩니다.</translation>
    </message>
    <message>
        <source>Something else is at work; it comes first.</source>
        <translation>다른 작업이 먼저 진행 중입니다.</translation>
    </message>
    <message>
        <source>Go on</source>
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
        <source>What the model is worth</source>
        <translation>모델의 실력</translation>
    </message>
    <message>
        <source>Not one mistake on the test pictures.</source>
        <translation>시험 사진에서 하나도 틀리지 않았습니다.</translation>
    </message>
    <message>
        <source>The line across a bar marks what it was before.</source>
        <translation>막대를 가로지르는 선은 이전 값입니다.</translation>
    </message>
    <message>
        <source>Recognized test pictures, the weakest class first.</source>
        <translation>인식한 시험 사진, 약한 클래스부터.</translation>
    </message>
    <message>
        <source>Classes</source>
        <translation>클래스</translation>
    </message>
    <message>
        <source>Mix-ups</source>
        <translation>헷갈린 것</translation>
    </message>
    <message>
        <source>What the model was most wrong about, and how sure it was of it.</source>
        <translation>모델이 가장 크게 틀린 사진과 그때의 확신입니다.</translation>
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
    <name>StartPage</name>
    <message>
        <source>From pictures to a board that sees</source>
        <translation>사진에서, 볼 줄 아는 보드까지</translation>
    </message>
    <message>
        <source>Show the program what to tell apart: it makes a network that a microcontroller can run.</source>
        <translation>무엇을 구별할지 사진으로 보여 주세요. 마이크로컨트롤러에서 돌아가는 신경망을 만들어 드립니다.</translation>
    </message>
    <message>
        <source>Try the sample scenes</source>
        <translation>예제 풍경으로 해 보기</translation>
    </message>
    <message>
        <source>Six kinds of landscape that the program draws itself: nothing to download.</source>
        <translation>프로그램이 직접 그리는 여섯 가지 풍경입니다. 내려받을 것이 없습니다.</translation>
    </message>
    <message>
        <source>Open a run…</source>
        <translation>실행 열기…</translation>
    </message>
    <message>
        <source>Drop pictures or a run here</source>
        <translation>사진이나 실행을 여기에 놓으세요</translation>
    </message>
</context>
<context>
    <name>StartWeights</name>
    <message>
        <source>Start from</source>
        <translation>시작점</translation>
    </message>
    <message>
        <source>Starting network (comes with the program)</source>
        <translation>시작 신경망(프로그램에 들어 있음)</translation>
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
        <source>Fetch</source>
        <translation>내려받기</translation>
    </message>
    <message>
        <source>Fetch ImageNet weights</source>
        <translation>ImageNet 가중치 내려받기</translation>
    </message>
    <message>
        <source>ImageNet weights</source>
        <translation>ImageNet 가중치</translation>
    </message>
    <message>
        <source>ImageNet weights (fetch, 5 MB)</source>
        <translation>ImageNet 가중치(내려받기, 5 MB)</translation>
    </message>
    <message>
        <source>A file to start from</source>
        <translation>시작할 때 쓸 파일</translation>
    </message>
    <message>
        <source>Weights (*.pth)</source>
        <translation>가중치 (*.pth)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>모든 파일 (*)</translation>
    </message>
    <message>
        <source>It has other layers than the network that is chosen, which learns from nothing.</source>
        <translation>고른 신경망과 층이 달라, 고른 신경망은 처음부터 배웁니다.</translation>
    </message>
    <message>
        <source>It has learned from general pictures: thirty of yours of each kind are enough.</source>
        <translation>일반 사진으로 미리 배웠습니다. 종류마다 사진 서른 장이면 충분합니다.</translation>
    </message>
    <message>
        <source>A file of torchvision&apos;s SqueezeNet (.pth): it begins with what that one knows.</source>
        <translation>torchvision의 SqueezeNet 파일(.pth)입니다. 그 신경망이 아는 것에서 시작합니다.</translation>
    </message>
    <message>
        <source>It learns from your pictures alone. That takes thousands of them.</source>
        <translation>내 사진만으로 배웁니다. 사진이 수천 장 필요합니다.</translation>
    </message>
    <message>
        <source>There are none for this network: SqueezeNet 1.0 or 1.1, width 1 and no bypass.</source>
        <translation>이 신경망에 맞는 것이 없습니다. SqueezeNet 1.0이나 1.1, 너비 1, 우회 없음일 때만 있습니다.</translation>
    </message>
    <message>
        <source>torchvision&apos;s SqueezeNet, which has learned from a million pictures: {file}.</source>
        <translation>사진 백만 장으로 배운 torchvision의 SqueezeNet입니다: {file}.</translation>
    </message>
    <message>
        <source>torchvision&apos;s SqueezeNet has learned from a million pictures. Fetch it from {host} once?</source>
        <translation>torchvision의 SqueezeNet은 사진 백만 장으로 배웠습니다. {host}에서 한 번 내려받을까요?</translation>
    </message>
    <message>
        <source>{file} is damaged. Fetch it from {host} again?</source>
        <translation>{file} 파일이 손상되었습니다. {host}에서 다시 내려받을까요?</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>All is written. This port cannot restart the board: please restart it, not in its loader</source>
        <translation>모두 기록했습니다. 이 포트로는 보드를 다시 시작할 수 없으니 로더가 아닌 상태로 직접 다시 시작해 주세요</translation>
    </message>
    <message>
        <source>Building firmware with {tool}</source>
        <translation>{tool}(으)로 펌웨어를 빌드하는 중</translation>
    </message>
    <message>
        <source>Calibrating the probabilities</source>
        <translation>확률을 보정하는 중</translation>
    </message>
    <message>
        <source>Checking the pictures</source>
        <translation>사진을 점검하는 중</translation>
    </message>
    <message>
        <source>Choosing code tables</source>
        <translation>부호표를 고르는 중</translation>
    </message>
    <message>
        <source>Coding weights</source>
        <translation>가중치를 부호화하는 중</translation>
    </message>
    <message>
        <source>Comparing the board with the file on test pictures</source>
        <translation>시험 사진으로 보드와 파일을 비교하는 중</translation>
    </message>
    <message>
        <source>Comparing the outputs of the plain and the coded model</source>
        <translation>일반 모델과 부호화한 모델의 출력을 비교하는 중</translation>
    </message>
    <message>
        <source>Comparing with the float model</source>
        <translation>float 모델과 비교하는 중</translation>
    </message>
    <message>
        <source>Converting to an int8 TensorFlow Lite model</source>
        <translation>int8 TensorFlow Lite 모델로 변환하는 중</translation>
    </message>
    <message>
        <source>Drawing the sample scenes</source>
        <translation>예제 풍경을 그리는 중</translation>
    </message>
    <message>
        <source>Estimating the accuracy on new pictures</source>
        <translation>새 사진에서의 정확도를 추정하는 중</translation>
    </message>
    <message>
        <source>Fetching firmware from {address}</source>
        <translation>{address}에서 펌웨어를 내려받는 중</translation>
    </message>
    <message>
        <source>Fetching {name} from {host}</source>
        <translation>{host}에서 {name} 내려받는 중</translation>
    </message>
    <message>
        <source>Finding out which answers are sure</source>
        <translation>어떤 답이 확실한지 알아보는 중</translation>
    </message>
    <message>
        <source>Finding out which board is there</source>
        <translation>어떤 보드인지 알아보는 중</translation>
    </message>
    <message>
        <source>Fitting a classifier to what the network knows</source>
        <translation>네트워크가 이미 아는 것에 분류기를 맞추고 있습니다</translation>
    </message>
    <message>
        <source>Fitting each layer to its earlier outputs</source>
        <translation>각 층을 이전 출력에 맞추는 중</translation>
    </message>
    <message>
        <source>Quantizing each layer so that its outputs stay the same</source>
        <translation>각 층의 출력이 그대로이도록 가중치를 반올림하는 중</translation>
    </message>
    <message>
        <source>Learning from the pictures</source>
        <translation>사진에서 배우는 중</translation>
    </message>
    <message>
        <source>Loading the pictures</source>
        <translation>사진을 불러오는 중</translation>
    </message>
    <message>
        <source>Looking for pictures</source>
        <translation>사진을 찾는 중</translation>
    </message>
    <message>
        <source>Measuring on the test pictures</source>
        <translation>시험 사진으로 측정하는 중</translation>
    </message>
    <message>
        <source>Proving that decoding gives the same weights</source>
        <translation>복호화한 가중치가 같은지 증명하는 중</translation>
    </message>
    <message>
        <source>Starting from a trained network</source>
        <translation>학습된 네트워크에서 시작합니다</translation>
    </message>
    <message>
        <source>That did not work. Trying again in a slower, safer way</source>
        <translation>잘되지 않았습니다. 더 느리고 안전한 방법으로 다시 시도하는 중</translation>
    </message>
    <message>
        <source>Unpacking the pictures of CIFAR-10</source>
        <translation>CIFAR-10 사진의 압축을 푸는 중</translation>
    </message>
    <message>
        <source>Unpacking {name}</source>
        <translation>{name} 압축을 푸는 중</translation>
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
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>Show the program what it shall tell apart.</source>
        <translation>프로그램이 구별할 것을 보여 주세요.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Let a small network learn from the pictures.</source>
        <translation>작은 신경망이 사진에서 배우게 합니다.</translation>
    </message>
    <message>
        <source>Prune</source>
        <translation>가지치기</translation>
    </message>
    <message>
        <source>Take away the connections that matter least.</source>
        <translation>가장 덜 중요한 연결을 없앱니다.</translation>
    </message>
    <message>
        <source>Quantize</source>
        <translation>양자화</translation>
    </message>
    <message>
        <source>Write every number with fewer digits.</source>
        <translation>모든 수를 더 적은 자릿수로 적습니다.</translation>
    </message>
    <message>
        <source>Huffman</source>
        <translation>Huffman</translation>
    </message>
    <message>
        <source>Give frequent numbers short codes; nothing is lost.</source>
        <translation>자주 나오는 수에 짧은 부호를 줍니다. 아무것도 잃지 않습니다.</translation>
    </message>
    <message>
        <source>Board</source>
        <translation>보드</translation>
    </message>
    <message>
        <source>Put the model on a board and see what it sees.</source>
        <translation>모델을 보드에 올리고 보드가 보는 것을 봅니다.</translation>
    </message>
</context>
<context>
    <name>StepState</name>
    <message>
        <source>the step before it comes first</source>
        <translation>앞 단계가 먼저입니다</translation>
    </message>
    <message>
        <source>can begin</source>
        <translation>시작할 수 있음</translation>
    </message>
    <message>
        <source>at work</source>
        <translation>작업 중</translation>
    </message>
    <message>
        <source>interrupted; it can go on</source>
        <translation>중단됨, 이어서 할 수 있음</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>to be done again, for settings have changed</source>
        <translation>설정이 바뀌어 다시 해야 함</translation>
    </message>
</context>
<context>
    <name>Sureness</name>
    <message>
        <source>Where no class reaches {probability}, the answer is “not sure”, on the board too: the picture may show none of the classes.</source>
        <translation>어떤 클래스도 {probability}에 이르지 못하면 보드에서도 “확실하지 않음”이라고 답합니다. 사진에 배운 클래스가 없을 수도 있습니다.</translation>
    </message>
    <message>
        <source>It was found with the validation pictures: {passed} of the right answers there are above it.</source>
        <translation>이 기준은 검증 사진으로 정했습니다. 검증 사진에서 맞힌 답의 {passed}가 기준을 넘습니다.</translation>
    </message>
    <message>
        <source>On the test pictures {sure} of the answers are sure, and {accuracy} of these are right.</source>
        <translation>시험 사진에서는 답의 {sure}가 확실하고, 그중 {accuracy}가 맞습니다.</translation>
    </message>
    <message>
        <source>This model always answers with a class: it was made before there was a threshold, or is right about no validation picture.</source>
        <translation>이 모델은 언제나 클래스 하나로 답합니다. 기준이 생기기 전에 만들었거나, 검증 사진을 한 장도 맞히지 못합니다.</translation>
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
        <source>{kind}: {rejected} of {count} pictures get “not sure”.</source>
        <translation>{kind}: 사진 {count}장 중 {rejected}장이 “확실하지 않음”입니다.</translation>
    </message>
</context>
<context>
    <name>SurenessView</name>
    <message>
        <source>Pictures that show none of the classes, and how many of them get “not sure”:</source>
        <translation>어떤 클래스도 없는 사진 가운데 “확실하지 않음”이 되는 비율:</translation>
    </message>
    <message>
        <source>Unrelated pictures that are turned away</source>
        <translation>걸러 내는 무관한 사진</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>Accuracy over time</source>
        <translation>시간에 따른 정확도</translation>
    </message>
    <message>
        <source>{stage}: {accuracy:.1f} % on the test pictures</source>
        <translation>{stage}: 시험 사진 {accuracy:.1f} %</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>아직 없습니다.</translation>
    </message>
</context>
<context>
    <name>TimelineCard</name>
    <message>
        <source>Accuracy</source>
        <translation>정확도</translation>
    </message>
    <message>
        <source>Loss (how wrong it is)</source>
        <translation>손실 (얼마나 틀리는지)</translation>
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
        <source>on the test pictures</source>
        <translation>시험 사진 기준</translation>
    </message>
    <message>
        <source>on validation pictures, so far</source>
        <translation>검증 사진 기준, 현재까지</translation>
    </message>
</context>
<context>
    <name>Train</name>
    <message>
        <source>AlexNet (to compare)</source>
        <translation>AlexNet (비교용)</translation>
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
        <source>complex</source>
        <translation>복합</translation>
    </message>
    <message>
        <source>if needed</source>
        <translation>필요할 때</translation>
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
        <source>Share of 3x3 filters</source>
        <translation>3x3 필터의 비율</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>에포크</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>배치 크기</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>Rare classes count more</source>
        <translation>드문 클래스 더 중요하게</translation>
    </message>
    <message>
        <source>Epochs of the last layer alone</source>
        <translation>마지막 층만 학습하는 에포크</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>난수 시드</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>Train again</source>
        <translation>다시 학습</translation>
    </message>
    <message>
        <source>Train differently</source>
        <translation>다르게 학습</translation>
    </message>
    <message>
        <source>All epochs are done; measuring is left.</source>
        <translation>에포크는 모두 끝났고 측정만 남았습니다.</translation>
    </message>
    <message>
        <source>You can stop at any time: what it has learned is kept.</source>
        <translation>언제든 멈출 수 있습니다. 배운 것은 보관됩니다.</translation>
    </message>
    <message>
        <source>Right answers on pictures that it does not learn from, after the last epoch.</source>
        <translation>마지막 에포크 뒤, 배우지 않는 사진에서 맞힌 비율입니다.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>Fetch</source>
        <translation>내려받기</translation>
    </message>
    <message>
        <source>How wrong its answers are: the lower the better.</source>
        <translation>답이 얼마나 틀렸는지입니다. 낮을수록 좋습니다.</translation>
    </message>
    <message>
        <source>Right answers after training</source>
        <translation>학습 뒤 맞힌 비율</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
</context>
<context>
    <name>TroubleView</name>
    <message>
        <source>Look at these, one after the other</source>
        <translation>차례대로 확인해 보세요</translation>
    </message>
    <message>
        <source>Technical detail</source>
        <translation>기술 정보</translation>
    </message>
    <message>
        <source>Your board is not in the list?</source>
        <translation>보드가 목록에 없나요?</translation>
    </message>
    <message>
        <source>Its port appears there within a second after it is plugged in and found.</source>
        <translation>꽂아서 인식되면 1초 안에 포트가 목록에 나타납니다.</translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message>
        <source>Pictures</source>
        <translation>사진</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>제외됨</translation>
    </message>
    <message>
        <source>set aside</source>
        <translation>제쳐 둠</translation>
    </message>
    <message>
        <source>{used} of {count} used</source>
        <translation>{count}장 중 {used}장 사용</translation>
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
        <source>left out: the same picture is in another class</source>
        <translation>제외됨: 같은 사진이 다른 클래스에 있음</translation>
    </message>
    <message>
        <source>left out: the same picture is in a later split</source>
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
        <source>The program is still working.</source>
        <translation>프로그램이 아직 작업 중입니다.</translation>
    </message>
    <message>
        <source>What is finished is kept: you can go on from there next time.</source>
        <translation>끝난 것은 보관됩니다. 다음에 거기서 이어서 할 수 있습니다.</translation>
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
</TS>
