<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>TrainVerdicts</name>
    <message numerus="yes">
        <source>%1 No better for %n epoch(s).</source>
        <translation>
            <numerusform>%1 No better for %n epoch.</numerusform>
            <numerusform>%1 No better for %n epochs.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It stops by itself after %n of them.</source>
        <translation>
            <numerusform>It stops by itself after %n of them.</numerusform>
            <numerusform>It stops by itself after %n of them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spall::ui::ImportJobs</name>
    <message numerus="yes">
        <source>reading %n recordings</source>
        <translation>
            <numerusform>reading %n recording</numerusform>
            <numerusform>reading %n recordings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spall::ui::RecordingsModel</name>
    <message numerus="yes">
        <source>The channel that is analysed; %n in this file.</source>
        <translation>
            <numerusform>The channel that is analysed; %n in this file.</numerusform>
            <numerusform>The channel that is analysed; %n in this file.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spall::ui::SessionNotice</name>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the session are missing</source>
        <translation>
            <numerusform>%n file of the session is missing</numerusform>
            <numerusform>%n files of the session are missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spall::ui::StatusLine</name>
    <message numerus="yes">
        <source>%n recordings</source>
        <translation>
            <numerusform>%n recording</numerusform>
            <numerusform>%n recordings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>spall::ui::TrainSettingsCard</name>
    <message numerus="yes">
        <source>%n healthy recordings, first 60 %</source>
        <translation>
            <numerusform>%n healthy recording, first 60 %</numerusform>
            <numerusform>%n healthy recordings, first 60 %</numerusform>
        </translation>
    </message>
</context>
</TS>
