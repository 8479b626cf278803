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
        <source>The recording is damaged: %n event(s) were exported without all their bytes.</source>
        <translation>
            <numerusform>The recording is damaged: %n event was exported without all its bytes.</numerusform>
            <numerusform>The recording is damaged: %n events were exported without all their bytes.</numerusform>
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
        <source>Saved %1, but the recording is damaged: %n row(s) lack some of their bytes.</source>
        <translation>
            <numerusform>Saved %1, but the recording is damaged: %n row lacks some of its bytes.</numerusform>
            <numerusform>Saved %1, but the recording is damaged: %n rows lack some of their bytes.</numerusform>
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
    <name>swb::ui::HallModel</name>
    <message numerus="yes">
        <source>%n knock(s)</source>
        <comment>clients</comment>
        <translation>
            <numerusform>%n knocks</numerusform>
            <numerusform>%n knock</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n handshake(s)</source>
        <translation>
            <numerusform>%n handshake</numerusform>
            <numerusform>%n handshakes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n wait(s) to be accepted</source>
        <translation>
            <numerusform>%n waits to be accepted</numerusform>
            <numerusform>%n wait to be accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n accepted</source>
        <translation>
            <numerusform>%n accepted</numerusform>
            <numerusform>%n accepted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>SYN sent again %n time(s)</source>
        <translation>
            <numerusform>SYN sent again %n time</numerusform>
            <numerusform>SYN sent again %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>answered again %n time(s)</source>
        <translation>
            <numerusform>answered again %n time</numerusform>
            <numerusform>answered again %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) unread</source>
        <translation>
            <numerusform>%n byte unread</numerusform>
            <numerusform>%n bytes unread</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 has knocked for %2 and got no answer; its kernel has sent the SYN again %n time(s).</source>
        <translation>
            <numerusform>%1 has knocked for %2 and got no answer; its kernel has sent the SYN again %n time.</numerusform>
            <numerusform>%1 has knocked for %2 and got no answer; its kernel has sent the SYN again %n times.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::LadderDesk</name>
    <message numerus="yes">
        <source>Saved the first %n row(s) of the ladder as “%1”</source>
        <translation>
            <numerusform>Saved the first row of the ladder as “%1”</numerusform>
            <numerusform>Saved the first %n rows of the ladder as “%1”</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::LadderText</name>
    <message numerus="yes">
        <source>%n send(s)</source>
        <translation>
            <numerusform>%n send</numerusform>
            <numerusform>%n sends</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n read(s)</source>
        <translation>
            <numerusform>%n read</numerusform>
            <numerusform>%n reads</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It took bytes of %n send(s).</source>
        <translation>
            <numerusform>It took bytes of %n send.</numerusform>
            <numerusform>It took bytes of %n sends.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>swb::ui::LayerWords</name>
    <message numerus="yes">
        <source>%Ln byte(s)</source>
        <translation>
            <numerusform>%Ln byte</numerusform>
            <numerusform>%Ln bytes</numerusform>
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
    <name>swb::ui::StepWords</name>
    <message numerus="yes">
        <source>From now on the kernel completes handshakes by itself. The number limits how many finished connections may wait for accept(), here %n; it does not limit how many are served.</source>
        <translation>
            <numerusform>From now on the kernel completes handshakes by itself. The number limits how many finished connections may wait for accept(), here %n; it does not limit how many are served.</numerusform>
            <numerusform>From now on the kernel completes handshakes by itself. The number limits how many finished connections may wait for accept(), here %n; it does not limit how many are served.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>One recvfrom() is one datagram. This one was longer than asked for: the other %n byte(s) are lost.</source>
        <translation>
            <numerusform>One recvfrom() is one datagram. This one was longer than asked for: the other %n byte is lost.</numerusform>
            <numerusform>One recvfrom() is one datagram. This one was longer than asked for: the other %n bytes are lost.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) stood unread, so the kernel sent RST instead of FIN: the peer gets an error, and may lose what it had not read yet.</source>
        <translation>
            <numerusform>%n byte stood unread, so the kernel sent RST instead of FIN: the peer gets an error, and may lose what it had not read yet.</numerusform>
            <numerusform>%n bytes stood unread, so the kernel sent RST instead of FIN: the peer gets an error, and may lose what it had not read yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>given up after %n byte(s)</source>
        <translation>
            <numerusform>given up after %n byte</numerusform>
            <numerusform>given up after %n bytes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) taken by the kernel</source>
        <translation>
            <numerusform>%n byte taken by the kernel</numerusform>
            <numerusform>%n bytes taken by the kernel</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n byte(s) read</source>
        <translation>
            <numerusform>%n byte read</numerusform>
            <numerusform>%n bytes read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>a datagram of %n byte(s) from %1</source>
        <translation>
            <numerusform>a datagram of %n byte from %1</numerusform>
            <numerusform>a datagram of %n bytes from %1</numerusform>
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
