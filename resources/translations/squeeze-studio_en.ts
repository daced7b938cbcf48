<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>BitsChooser</name>
    <message numerus="yes">
        <source>%Ln value(s)</source>
        <translation>
            <numerusform>%Ln value</numerusform>
            <numerusform>%Ln values</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bit(s)</source>
        <translation>
            <numerusform>%Ln bit</numerusform>
            <numerusform>%Ln bits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassRow</name>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodeHistogram</name>
    <message numerus="yes">
        <source>%Ln weight(s)</source>
        <translation>
            <numerusform>%Ln weight</numerusform>
            <numerusform>%Ln weights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln bit(s)</source>
        <translation>
            <numerusform>%Ln bit</numerusform>
            <numerusform>%Ln bits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CodesView</name>
    <message numerus="yes">
        <source>%Ln layer(s)</source>
        <translation>
            <numerusform>%Ln layer</numerusform>
            <numerusform>%Ln layers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln weight(s)</source>
        <translation>
            <numerusform>%Ln weight</numerusform>
            <numerusform>%Ln weights</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counted</name>
    <message numerus="yes">
        <source>%Ln file(s)</source>
        <translation>
            <numerusform>%Ln file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln photo(s)</source>
        <translation>
            <numerusform>%Ln photo</numerusform>
            <numerusform>%Ln photos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln epoch(s)</source>
        <translation>
            <numerusform>%Ln epoch</numerusform>
            <numerusform>%Ln epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DataPage</name>
    <message numerus="yes">
        <source>%Ln image(s)</source>
        <translation>
            <numerusform>%Ln image</numerusform>
            <numerusform>%Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln class</numerusform>
            <numerusform>%Ln classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExploreDialog</name>
    <message numerus="yes">
        <source>%Ln network(s)</source>
        <translation>
            <numerusform>%Ln network</numerusform>
            <numerusform>%Ln networks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MapDialog</name>
    <message numerus="yes">
        <source>%Ln label(s) likely wrong</source>
        <translation>
            <numerusform>%Ln label likely wrong</numerusform>
            <numerusform>%Ln labels likely wrong</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OperatorsView</name>
    <message numerus="yes">
        <source>%Ln other operator(s) take less.</source>
        <translation>
            <numerusform>%Ln other operator takes less.</numerusform>
            <numerusform>%Ln other operators take less.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunCard</name>
    <message numerus="yes">
        <source>%Ln class(es)</source>
        <translation>
            <numerusform>%Ln class</numerusform>
            <numerusform>%Ln classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Shelf</name>
    <message numerus="yes">
        <source>Restore a deleted run. Deleted runs are kept for %Ln day(s).</source>
        <translation>
            <numerusform>Restore a deleted run. Deleted runs are kept for %Ln day.</numerusform>
            <numerusform>Restore a deleted run. Deleted runs are kept for %Ln days.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln deleted run(s) will be removed from the disk.</source>
        <translation>
            <numerusform>%Ln deleted run will be removed from the disk.</numerusform>
            <numerusform>%Ln deleted runs will be removed from the disk.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SizeBars</name>
    <message numerus="yes">
        <source>AlexNet, %Ln class(es)</source>
        <translation>
            <numerusform>AlexNet, %Ln class</numerusform>
            <numerusform>AlexNet, %Ln classes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Wall</name>
    <message numerus="yes">
        <source>%Ln image(s) selected</source>
        <translation>
            <numerusform>%Ln image selected</numerusform>
            <numerusform>%Ln images selected</numerusform>
        </translation>
    </message>
</context>
</TS>
