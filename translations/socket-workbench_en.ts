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
    <message numerus="yes">
        <source>%n byte(s)</source>
        <comment>a size</comment>
        <translation>
            <numerusform>%n byte</numerusform>
            <numerusform>%n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) to the peer were not captured</source>
        <translation>
            <numerusform>%n byte to the peer was not captured</numerusform>
            <numerusform>%n bytes to the peer were not captured</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) from the peer were not captured</source>
        <translation>
            <numerusform>%n byte from the peer was not captured</numerusform>
            <numerusform>%n bytes from the peer were not captured</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 packet(s) of the capture are not shown: %2.</source>
        <translation>
            <numerusform>%1 packet of the capture is not shown: %2.</numerusform>
            <numerusform>%1 packets of the capture are not shown: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the text is longer than %n character(s).</source>
        <translation>
            <numerusform>the text is longer than %n character.</numerusform>
            <numerusform>the text is longer than %n characters.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::cli</name>
    <message numerus="yes">
        <source>%1: %n byte(s) were never sent.</source>
        <translation>
            <numerusform>%1: %n byte was never sent.</numerusform>
            <numerusform>%1: %n bytes were never sent.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is incomplete: its last %n byte(s) could not be written.</source>
        <translation>
            <numerusform>“%1” is incomplete: its last byte could not be written.</numerusform>
            <numerusform>“%1” is incomplete: its last %n bytes could not be written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is damaged at byte %2; %3 byte(s) follow its last good record (%4).</source>
        <translation>
            <numerusform>“%1” is damaged at byte %2; %3 byte follows its last good record (%4).</numerusform>
            <numerusform>“%1” is damaged at byte %2; %3 bytes follow its last good record (%4).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” is cut short: %3 byte(s) follow its last whole record, which ends at byte %2.</source>
        <translation>
            <numerusform>“%1” is cut short: %3 byte follows its last whole record, which ends at byte %2.</numerusform>
            <numerusform>“%1” is cut short: %3 bytes follow its last whole record, which ends at byte %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 event(s)</source>
        <translation>
            <numerusform>%1 event</numerusform>
            <numerusform>%1 events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 connection(s)</source>
        <translation>
            <numerusform>%1 connection</numerusform>
            <numerusform>%1 connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 byte(s) received</source>
        <translation>
            <numerusform>%1 byte received</numerusform>
            <numerusform>%1 bytes received</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 byte(s) sent</source>
        <translation>
            <numerusform>%1 byte sent</numerusform>
            <numerusform>%1 bytes sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) are not whole, for the recording is damaged there.</source>
        <translation>
            <numerusform>%n event is not whole, for the recording is damaged there.</numerusform>
            <numerusform>%n events are not whole, for the recording is damaged there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::lens::Query</name>
    <message numerus="yes">
        <source>“%1” at position %2 is %n byte(s) in %3, and a class stands for one; write (a|b) for [ab].</source>
        <translation>
            <numerusform>“%1” at position %2 is %n byte in %3, and a class stands for one; write (a|b) for [ab].</numerusform>
            <numerusform>“%1” at position %2 is %n bytes in %3, and a class stands for one; write (a|b) for [ab].</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::CommandRouter</name>
    <message numerus="yes">
        <source>%n open connection(s) end with a reset (RST) if this is removed. The recording keeps what passed.</source>
        <translation>
            <numerusform>%n open connection ends with a reset (RST) if this is removed. The recording keeps what passed.</numerusform>
            <numerusform>%n open connections end with a reset (RST) if this is removed. The recording keeps what passed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::Composer</name>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::CopyDesk</name>
    <message numerus="yes">
        <source>%n row(s) copied</source>
        <translation>
            <numerusform>%n row copied</numerusform>
            <numerusform>%n rows copied</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::DropDesk</name>
    <message numerus="yes">
        <source>Drop to open %n file(s)</source>
        <translation>
            <numerusform>Drop to open %n file</numerusform>
            <numerusform>Drop to open %n files</numerusform>
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
    <name>swb::ui::ExportDesk</name>
    <message numerus="yes">
        <source>Saved %1, but the recording is damaged: %n row(s) are not whole.</source>
        <translation>
            <numerusform>Saved %1, but the recording is damaged: %n row is not whole.</numerusform>
            <numerusform>Saved %1, but the recording is damaged: %n rows are not whole.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::Facts</name>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::FilterBar</name>
    <message numerus="yes">
        <source>%1 of %Ln row(s)</source>
        <translation>
            <numerusform>%1 of %Ln row</numerusform>
            <numerusform>%1 of %Ln rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::FindBar</name>
    <message numerus="yes">
        <source>%Ln match(es)</source>
        <translation>
            <numerusform>%Ln match</numerusform>
            <numerusform>%Ln matches</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::LogModel</name>
    <message numerus="yes">
        <source>%Ln bytes</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
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
    <message numerus="yes">
        <source>%n new row(s), the latest: %1</source>
        <translation>
            <numerusform>%n new row: %1</numerusform>
            <numerusform>%n new rows, the latest: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::StreamView</name>
    <message numerus="yes">
        <source>%n new event(s) in the stream</source>
        <translation>
            <numerusform>%n new event in the stream</numerusform>
            <numerusform>%n new events in the stream</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <comment>events below, not yet seen</comment>
        <translation>
            <numerusform>%n new</numerusform>
            <numerusform>%n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::WorkspaceDesk</name>
    <message numerus="yes">
        <source>%n open connection(s) end with a reset (RST). The recording keeps what passed.</source>
        <translation>
            <numerusform>%n open connection ends with a reset (RST). The recording keeps what passed.</numerusform>
            <numerusform>%n open connections end with a reset (RST). The recording keeps what passed.</numerusform>
        </translation>
    </message>
</context>
</TS>
