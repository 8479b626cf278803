<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>swb::bench::Sentences</name>
    <message numerus="yes">
        <source>Closed; %n byte(s) were never sent</source>
        <translation>
            <numerusform>Closed; %n byte was never sent</numerusform>
            <numerusform>Closed; %n bytes were never sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::Composer</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::EndpointOptions</name>
    <message numerus="yes">
        <source>at most %n client(s)</source>
        <translation>
            <numerusform>at most %n client</numerusform>
            <numerusform>at most %n clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::Facts</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::LogModel</name>
    <message numerus="yes">
        <source>%n bytes</source>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more rows, which are in the recording</source>
        <translation>
            <numerusform>… and %n more row, which is in the recording</numerusform>
            <numerusform>… and %n more rows, which are in the recording</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::LogView</name>
    <message numerus="yes">
        <source>%n new</source>
        <comment>rows below, not yet seen</comment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
</TS>
