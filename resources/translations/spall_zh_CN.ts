<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>FamilyText</name>
    <message>
        <source>%1 % beside the geometry</source>
        <translation>偏离几何值 %1 %</translation>
    </message>
    <message>
        <source>outer race</source>
        <translation>外圈</translation>
    </message>
    <message>
        <source>inner race</source>
        <translation>内圈</translation>
    </message>
    <message>
        <source>rolling element</source>
        <translation>滚动体</translation>
    </message>
    <message>
        <source>The %1: its lines stand out clearly</source>
        <translation>%1：其谱线明显突出</translation>
    </message>
    <message>
        <source>Nearest is the %1, too weak to name it</source>
        <translation>最接近%1，但太弱，不足以指明</translation>
    </message>
    <message>
        <source>No family of bearing lines stands out</source>
        <translation>没有突出的轴承谱线</translation>
    </message>
    <message>
        <source>%1 of the envelope&apos;s energy in this band, %2 of 5 lines</source>
        <translation>占此频带包络能量的 %1，5 条谱线中有 %2 条</translation>
    </message>
    <message>
        <source>healthy signal %1</source>
        <translation>健康信号 %1</translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>rpm</source>
        <translation>r/min</translation>
    </message>
    <message>
        <source>from the file</source>
        <translation>来自文件</translation>
    </message>
    <message>
        <source>set by hand</source>
        <translation>手动设定</translation>
    </message>
    <message>
        <source>from the time column</source>
        <translation>来自时间列</translation>
    </message>
    <message>
        <source>guessed</source>
        <translation>推测</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>假定</translation>
    </message>
    <message>
        <source>reconstruction &gt; %1 σ %2 critic &gt; %3 σ</source>
        <translation>重构 &gt; %1 σ %2 判别 &gt; %3 σ</translation>
    </message>
    <message>
        <source>and</source>
        <translation>且</translation>
    </message>
    <message>
        <source>or</source>
        <translation>或</translation>
    </message>
    <message>
        <source>threshold %1 σ</source>
        <translation>阈值 %1 σ</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>That cannot be done</source>
        <translation>无法执行</translation>
    </message>
    <message>
        <source>This file cannot be read</source>
        <translation>无法读取此文件</translation>
    </message>
    <message>
        <source>This file is not a recording</source>
        <translation>此文件不是振动记录</translation>
    </message>
    <message>
        <source>This recording has values that are not numbers</source>
        <translation>此记录含有非数值</translation>
    </message>
    <message>
        <source>This file belongs to another version of Spall</source>
        <translation>此文件属于另一版本的 Spall</translation>
    </message>
    <message>
        <source>This is too short</source>
        <translation>数据太短</translation>
    </message>
    <message>
        <source>This recording&apos;s rate is too low for the model</source>
        <translation>此记录的采样率低于模型所需</translation>
    </message>
    <message>
        <source>There is not enough memory</source>
        <translation>内存不足</translation>
    </message>
    <message>
        <source>This file cannot be written</source>
        <translation>无法写入此文件</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Something in Spall went wrong</source>
        <translation>Spall 内部出错</translation>
    </message>
    <message>
        <source>%1. To mend it: %2.</source>
        <translation>%1。解决办法：%2。</translation>
    </message>
    <message>
        <source>reading</source>
        <translation>正在读取</translation>
    </message>
    <message>
        <source>splitting</source>
        <translation>正在划分数据</translation>
    </message>
    <message>
        <source>training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>scoring</source>
        <translation>正在评分</translation>
    </message>
    <message>
        <source>calibrating</source>
        <translation>正在校准</translation>
    </message>
    <message>
        <source>evaluating</source>
        <translation>正在评估</translation>
    </message>
    <message>
        <source>composing the report</source>
        <translation>正在生成报告</translation>
    </message>
    <message>
        <source>Each of the %1 snapshots, %2 long, is shorter than one window of the model. To mend it: train with a shorter window or take longer snapshots.</source>
        <translation>%1 个快照各长 %2，都短于模型的一个窗口。解决办法：用更短的窗口训练，或采集更长的快照。</translation>
    </message>
</context>
<context>
    <name>QObject</name>
    <message>
        <source>unit of the file</source>
        <translation>文件中的单位</translation>
    </message>
</context>
<context>
    <name>Roles</name>
    <message>
        <source>healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>faulty</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>Space</source>
        <translation>空格键</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Spall</source>
        <translation>关于 Spall</translation>
    </message>
    <message>
        <source>Finds what does not fit in the vibration of a bearing, with a GAN that has learned what healthy looks like.

Spall: the flake of metal that leaves a bearing race when it starts to fail.

Free software under the GNU General Public License, version 3 or later. It uses Qt %1, Qt Charts, QCustomPlot, LibTorch, matio, FFTW and others. It does not use the network.</source>
        <translation>用学习过健康状态的生成对抗网络，找出轴承振动中不符合健康规律的部分。

Spall（剥落）：轴承滚道开始失效时掉下的那一小片金属。

本程序为自由软件，遵循 GNU 通用公共许可证第 3 版或更高版本。使用了 Qt %1、Qt Charts、QCustomPlot、LibTorch、matio、FFTW 等。本程序不使用网络。</translation>
    </message>
    <message>
        <source>Inspect: labels</source>
        <translation>检查：标注</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>任何位置</translation>
    </message>
    <message>
        <source>Nudge the threshold</source>
        <translation>微调阈值</translation>
    </message>
    <message>
        <source>Start, pause, go on</source>
        <translation>开始、暂停、继续</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Nothing to learn from yet</source>
        <translation>还没有可学习的数据</translation>
    </message>
    <message>
        <source>Training needs at least one recording of a healthy bearing.</source>
        <translation>训练至少需要一条健康轴承的记录。</translation>
    </message>
    <message>
        <source>Open recordings</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>No recording is marked healthy</source>
        <translation>没有标为健康的记录</translation>
    </message>
    <message>
        <source>The networks learn what healthy looks like. Mark at least one recording as healthy: click its role in the table.</source>
        <translation>网络要学习健康状态的样子。请至少把一条记录标为健康：在表格中点击它的角色。</translation>
    </message>
    <message>
        <source>Go to Recordings</source>
        <translation>前往“记录”</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>前往“训练”</translation>
    </message>
    <message>
        <source>Nothing to inspect</source>
        <translation>没有可检查的内容</translation>
    </message>
    <message>
        <source>The model is ready. Open the recordings that it shall judge.</source>
        <translation>模型已就绪。请打开要由它判断的记录。</translation>
    </message>
    <message>
        <source>none open</source>
        <translation>未打开</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>faulty</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>第 %1 / %2 轮</translation>
    </message>
    <message>
        <source>preparing</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>paused in epoch %1</source>
        <translation>在第 %1 轮暂停</translation>
    </message>
    <message>
        <source>calibrating</source>
        <translation>正在校准</translation>
    </message>
    <message>
        <source>%1 · done</source>
        <translation>%1 · 完成</translation>
    </message>
    <message>
        <source>not started</source>
        <translation>未开始</translation>
    </message>
    <message>
        <source>scoring</source>
        <translation>正在评分</translation>
    </message>
    <message>
        <source>threshold %1 σ</source>
        <translation>阈值 %1 σ</translation>
    </message>
    <message>
        <source>written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>ready to export</source>
        <translation>可以导出</translation>
    </message>
    <message>
        <source>waits for scores</source>
        <translation>等待评分</translation>
    </message>
    <message>
        <source>Nothing to report yet</source>
        <translation>还没有可报告的内容</translation>
    </message>
    <message>
        <source>The report tells what the model finds in the recordings: it needs a model and at least one scored recording.</source>
        <translation>报告说明模型在记录中发现了什么：需要一个模型和至少一条已评分的记录。</translation>
    </message>
    <message>
        <source>Go to Inspect</source>
        <translation>前往“检查”</translation>
    </message>
    <message>
        <source>waits for a recording</source>
        <translation>等待记录</translation>
    </message>
    <message>
        <source>no scores yet</source>
        <translation>尚无评分</translation>
    </message>
    <message>
        <source>Open a recording: its signal, spectra and envelope can be looked at before there is a model.</source>
        <translation>请先打开一条记录：没有模型也可以查看信号、频谱和包络。</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>two thresholds</source>
        <translation>两个阈值</translation>
    </message>
</context>
<context>
    <name>TimeText</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
</context>
<context>
    <name>TourStops</name>
    <message>
        <source>Two minutes with Spall</source>
        <translation>两分钟认识 Spall</translation>
    </message>
    <message>
        <source>Spall learns what a healthy bearing sounds like and shows where a recording departs from it. The demo is a simulated bearing: twenty healthy seconds, and a recording in which a fault of the outer race grows.</source>
        <translation>Spall 学习健康轴承的声音，并指出记录在何处偏离。演示用的是模拟轴承：二十秒健康信号，以及一条外圈故障逐渐扩展的记录。</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>1 Say what is healthy</source>
        <translation>1 指明什么是健康</translation>
    </message>
    <message>
        <source>Each recording has a role; click it to change it. Healthy ones are learned from. Faulty ones are optional: they measure how much is found.</source>
        <translation>每条记录都有角色，点击可更改。健康记录用于学习；故障记录可有可无，用来衡量能检出多少。</translation>
    </message>
    <message>
        <source>2 Train</source>
        <translation>2 训练</translation>
    </message>
    <message>
        <source>Start, and let it run: the curves move, the sentence below says how it goes. It takes a minute or two. You can go on with the tour meanwhile.</source>
        <translation>点击开始，让它运行：曲线会动起来，下方的文字说明进展。需要一两分钟，其间可以继续本导览。</translation>
    </message>
    <message>
        <source>Start the training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>3 Inspect</source>
        <translation>3 检查</translation>
    </message>
    <message>
        <source>When the model is ready, every window gets a score. Turn the wheel to zoom, drag to move, press N for the next event. The tabs below say what an event looks like to the physics.</source>
        <translation>模型就绪后，每个窗口都有分数。滚轮缩放，拖动平移，按 N 前往下一个事件。下方的选项卡从物理角度解释事件。</translation>
    </message>
    <message>
        <source>Set the threshold</source>
        <translation>设定阈值</translation>
    </message>
    <message>
        <source>Drag the purple line, or press T and use the arrow keys: what is found and what is a false alarm changes with it, each number with its interval. Drag on the signal with Shift held to label what you know.</source>
        <translation>拖动紫色线，或按 T 后用方向键：检出与误报随之改变，每个数值都附区间。按住 Shift 在信号上拖动，可标注已知的区段。</translation>
    </message>
    <message>
        <source>4 Report, and come back</source>
        <translation>4 报告与恢复</translation>
    </message>
    <message>
        <source>The report is a PDF with all that is needed to make the result again. Ctrl+S keeps the session; even after a crash it comes back. Ctrl+K finds any action, F1 explains what is under the pointer.</source>
        <translation>报告是一份 PDF，含重现结果所需的全部信息。Ctrl+S 保存会话；即使程序崩溃也能恢复。Ctrl+K 查找任何操作，F1 解释指针所在之处。</translation>
    </message>
</context>
<context>
    <name>TrainVerdicts</name>
    <message>
        <source>Worth a look.</source>
        <translation>值得留意。</translation>
    </message>
    <message>
        <source>Learning.</source>
        <translation>学习中。</translation>
    </message>
    <message>
        <source>The first judgement comes with the first epoch.</source>
        <translation>第一轮结束后给出第一次判断。</translation>
    </message>
    <message>
        <source>Best on held-back healthy windows at epoch %1, error %2.</source>
        <translation>在留出的健康窗口上第 %1 轮最好，误差 %2。</translation>
    </message>
    <message>
        <source>It begins to learn by heart.</source>
        <translation>开始死记硬背（过拟合）。</translation>
    </message>
    <message>
        <source>The held-back error stands above the learned one and no longer falls. %1</source>
        <translation>留出误差高于学习误差，且不再下降。%1</translation>
    </message>
    <message>
        <source>Training is going well.</source>
        <translation>训练进展良好。</translation>
    </message>
    <message>
        <source>The held-back error still falls. %1</source>
        <translation>留出误差仍在下降。%1</translation>
    </message>
    <message>
        <source>Kept epoch %1 of %2; %3.</source>
        <translation>保留第 %1 轮，共 %2 轮；%3。</translation>
    </message>
    <message>
        <source>The model is trained.</source>
        <translation>模型已训练完成。</translation>
    </message>
    <message>
        <source>The model is trained, with remarks.</source>
        <translation>模型已训练完成，但有备注。</translation>
    </message>
    <message>
        <source>The slope of the critic is %1 where 1 is asked for: its values mean little as yet.</source>
        <translation>判别器的斜率为 %1，而要求为 1：其数值目前意义不大。</translation>
    </message>
    <message>
        <source>The critic no longer tells signal from reconstruction.</source>
        <translation>判别器已分不清信号与重构。</translation>
    </message>
    <message>
        <source>The critic still tells signal from reconstruction, but less than at first.</source>
        <translation>判别器仍能区分信号与重构，但不如起初。</translation>
    </message>
    <message>
        <source>The critic tells signal from reconstruction better than at first: it is ahead of the generator.</source>
        <translation>判别器比起初更能区分信号与重构：它领先于生成器。</translation>
    </message>
    <message>
        <source>The critic only watches: the calibration finds out whether its word is worth anything.</source>
        <translation>判别器只是旁观：它的判断是否有用由校准得出。</translation>
    </message>
    <message numerus="yes">
        <source>%1 No better for %n epoch(s).</source>
        <translation>
            <numerusform>%1 已有 %n 轮没有更好。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It stops by itself after %n of them.</source>
        <translation>
            <numerusform>满 %n 轮会自动停止。</numerusform>
        </translation>
    </message>
    <message>
        <source>The held-back error has levelled off.</source>
        <translation>留出误差已趋于平稳。</translation>
    </message>
    <message>
        <source>The recordings are too short to hold windows back: the newest epoch is kept.</source>
        <translation>记录太短，无法留出窗口：保留最新一轮。</translation>
    </message>
</context>
<context>
    <name>spall::ui::Actions</name>
    <message>
        <source>&amp;Open recordings…</source>
        <translation>打开记录(&amp;O)…</translation>
    </message>
    <message>
        <source>Open vibration recordings</source>
        <translation>打开振动记录</translation>
    </message>
    <message>
        <source>Open &amp;model…</source>
        <translation>打开模型(&amp;M)…</translation>
    </message>
    <message>
        <source>Use a model that was trained before</source>
        <translation>使用以前训练好的模型</translation>
    </message>
    <message>
        <source>Save mo&amp;del…</source>
        <translation>保存模型(&amp;D)…</translation>
    </message>
    <message>
        <source>Keep the trained model in a file</source>
        <translation>把训练好的模型存为文件</translation>
    </message>
    <message>
        <source>Open &amp;labels…</source>
        <translation>打开标注(&amp;L)…</translation>
    </message>
    <message>
        <source>Read healthy and faulty stretches from a CSV file</source>
        <translation>从 CSV 文件读取健康与故障区段</translation>
    </message>
    <message>
        <source>Save la&amp;bels…</source>
        <translation>保存标注(&amp;B)…</translation>
    </message>
    <message>
        <source>Write all labels to a CSV file</source>
        <translation>把全部标注写入 CSV 文件</translation>
    </message>
    <message>
        <source>&amp;New session</source>
        <translation>新建会话(&amp;N)</translation>
    </message>
    <message>
        <source>Close everything and start anew</source>
        <translation>关闭全部内容，重新开始</translation>
    </message>
    <message>
        <source>Open &amp;session…</source>
        <translation>打开会话(&amp;S)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+O</source>
        <translation>Ctrl+Shift+O</translation>
    </message>
    <message>
        <source>Go on with recordings, model, labels and threshold as they were saved</source>
        <translation>按保存时的记录、模型、标注和阈值继续</translation>
    </message>
    <message>
        <source>Sa&amp;ve session</source>
        <translation>保存会话(&amp;V)</translation>
    </message>
    <message>
        <source>Keep everything that is open, but for the samples, in one file</source>
        <translation>把已打开的全部内容（采样数据除外）存为一个文件</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>会话另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+S</source>
        <translation>Ctrl+Shift+S</translation>
    </message>
    <message>
        <source>Save under another name</source>
        <translation>以另一个名称保存</translation>
    </message>
    <message>
        <source>Try the &amp;demo</source>
        <translation>试用演示(&amp;D)</translation>
    </message>
    <message>
        <source>Open a simulated bearing that starts to fail</source>
        <translation>打开一个模拟的、开始失效的轴承</translation>
    </message>
    <message>
        <source>&amp;Export report…</source>
        <translation>导出报告(&amp;E)…</translation>
    </message>
    <message>
        <source>Ctrl+E</source>
        <translation>Ctrl+E</translation>
    </message>
    <message>
        <source>Write the report as a PDF</source>
        <translation>把报告写成 PDF</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Leave the program</source>
        <translation>退出程序</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>跟随系统颜色</translation>
    </message>
    <message>
        <source>Light or dark as the desktop is</source>
        <translation>与桌面一致的浅色或深色</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark on light</source>
        <translation>浅底深字</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Light on dark</source>
        <translation>深底浅字</translation>
    </message>
    <message>
        <source>Size %1 %</source>
        <translation>大小 %1 %</translation>
    </message>
    <message>
        <source>Takes effect at the next start</source>
        <translation>下次启动时生效</translation>
    </message>
    <message>
        <source>Language of the system</source>
        <translation>跟随系统语言</translation>
    </message>
    <message>
        <source>English or Chinese as the desktop is</source>
        <translation>与桌面一致的英文或中文</translation>
    </message>
    <message>
        <source>The window in English</source>
        <translation>窗口使用英文</translation>
    </message>
    <message>
        <source>The window in Simplified Chinese</source>
        <translation>窗口使用简体中文</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Shift+Ctrl+Z</source>
        <translation>Shift+Ctrl+Z</translation>
    </message>
    <message>
        <source>Ctrl+Y</source>
        <translation>Ctrl+Y</translation>
    </message>
    <message>
        <source>Go to Recordings</source>
        <translation>前往“记录”</translation>
    </message>
    <message>
        <source>What is open</source>
        <translation>已打开的内容</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>前往“训练”</translation>
    </message>
    <message>
        <source>Learn what healthy is</source>
        <translation>学习什么是健康</translation>
    </message>
    <message>
        <source>Go to Inspect</source>
        <translation>前往“检查”</translation>
    </message>
    <message>
        <source>See what does not fit</source>
        <translation>查看不符合的部分</translation>
    </message>
    <message>
        <source>Go to Report</source>
        <translation>前往“报告”</translation>
    </message>
    <message>
        <source>Print what was found</source>
        <translation>打印发现的内容</translation>
    </message>
    <message>
        <source>Start or pause training</source>
        <translation>开始或暂停训练</translation>
    </message>
    <message>
        <source>Ctrl+T</source>
        <translation>Ctrl+T</translation>
    </message>
    <message>
        <source>Space on the Train page</source>
        <translation>在“训练”页按空格键</translation>
    </message>
    <message>
        <source>Search actions…</source>
        <translation>搜索操作…</translation>
    </message>
    <message>
        <source>Ctrl+K</source>
        <translation>Ctrl+K</translation>
    </message>
    <message>
        <source>Find any action by its name</source>
        <translation>按名称查找任何操作</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>Ctrl+/</source>
        <translation>Ctrl+/</translation>
    </message>
    <message>
        <source>All keys on one sheet</source>
        <translation>全部按键一览</translation>
    </message>
    <message>
        <source>&amp;About Spall</source>
        <translation>关于 Spall(&amp;A)</translation>
    </message>
    <message>
        <source>Version, licence, libraries</source>
        <translation>版本、许可证、程序库</translation>
    </message>
    <message>
        <source>&amp;Recent files</source>
        <translation>最近的文件(&amp;R)</translation>
    </message>
    <message>
        <source>Recent sess&amp;ions</source>
        <translation>最近的会话(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>转到(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Help on what is under the pointer</source>
        <translation>指针所在处的帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Opens the help beside what it speaks of</source>
        <translation>在所述内容旁打开帮助</translation>
    </message>
    <message>
        <source>&amp;Tour</source>
        <translation>导览(&amp;T)</translation>
    </message>
    <message>
        <source>Two minutes through the window, on the demo</source>
        <translation>用演示数据，两分钟走遍窗口</translation>
    </message>
    <message>
        <source>&amp;Size, from the next start</source>
        <translation>大小，下次启动时生效(&amp;S)</translation>
    </message>
</context>
<context>
    <name>spall::ui::BandPlot</name>
    <message>
        <source>Band of the envelope, Hz</source>
        <translation>包络频带，Hz</translation>
    </message>
    <message>
        <source>Power spectrum of the view. The envelope is taken of the shaded band: drag the band or one of its edges.</source>
        <translation>当前视图的功率谱。包络取自阴影频带：可拖动频带或其边界。</translation>
    </message>
</context>
<context>
    <name>spall::ui::CommandList</name>
    <message>
        <source>What do you want to do?</source>
        <translation>想做什么？</translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation>搜索操作</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Nothing matches “%1”.</source>
        <translation>没有与“%1”相符的操作。</translation>
    </message>
</context>
<context>
    <name>spall::ui::ConfusionTable</name>
    <message>
        <source>alarm</source>
        <translation>报警</translation>
    </message>
    <message>
        <source>quiet</source>
        <translation>安静</translation>
    </message>
    <message>
        <source>faulty</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Faulty windows found</source>
        <translation>检出的故障窗口</translation>
    </message>
    <message>
        <source>Faulty windows missed</source>
        <translation>漏检的故障窗口</translation>
    </message>
    <message>
        <source>Healthy windows alarmed</source>
        <translation>误报的健康窗口</translation>
    </message>
    <message>
        <source>Healthy windows left alone</source>
        <translation>未报警的健康窗口</translation>
    </message>
</context>
<context>
    <name>spall::ui::CurvePlot</name>
    <message>
        <source>curve</source>
        <translation>曲线</translation>
    </message>
</context>
<context>
    <name>spall::ui::CurvesPanel</name>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>false-alarm rate</source>
        <translation>误报率</translation>
    </message>
    <message>
        <source>recall · area on the right</source>
        <translation>召回率 · 右侧为面积</translation>
    </message>
    <message>
        <source>PR</source>
        <translation>PR</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>precision · average on the right</source>
        <translation>精确率 · 右侧为平均值</translation>
    </message>
    <message>
        <source>Recall against false alarms at every threshold. The dot is the present threshold; grey are the plain methods. Healthy and faulty windows of what is open, learned parts left out.</source>
        <translation>每个阈值下的召回率与误报率。圆点为当前阈值；灰线为简单方法。取自已打开的健康与故障窗口，学习过的部分除外。</translation>
    </message>
    <message>
        <source>Precision against recall at every threshold; depends on how much faulty signal is open.</source>
        <translation>每个阈值下的精确率与召回率；取决于打开了多少故障信号。</translation>
    </message>
    <message>
        <source>The curves need scores of healthy and of faulty windows.</source>
        <translation>曲线需要健康窗口和故障窗口的分数。</translation>
    </message>
    <message>
        <source>The curves need scores of healthy and of faulty windows: open a faulty recording or label a faulty stretch.</source>
        <translation>曲线需要健康窗口和故障窗口的分数：请打开一条故障记录或标注一段故障。</translation>
    </message>
</context>
<context>
    <name>spall::ui::DetectabilityJob</name>
    <message>
        <source>planting faults</source>
        <translation>正在植入故障</translation>
    </message>
</context>
<context>
    <name>spall::ui::DetectabilityPanel</name>
    <message>
        <source>%1 dB</source>
        <translation>%1 dB</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>level of the planted fault, dB re healthy deviation</source>
        <translation>植入故障的强度，dB，相对健康标准差</translation>
    </message>
    <message>
        <source>at 2 % false alarms · smallest fault caught nine times of ten</source>
        <translation>误报率 2 % 时 · 十次检出九次的最小故障</translation>
    </message>
    <message>
        <source>Detectability: recall against the level of planted faults</source>
        <translation>可检出性：召回率与植入故障强度的关系</translation>
    </message>
    <message>
        <source>Synthetic faults of the bearing</source>
        <translation>该轴承的合成故障</translation>
    </message>
    <message>
        <source>Faults cut from the faulty recordings</source>
        <translation>从故障记录中截取的故障</translation>
    </message>
    <message>
        <source>Planted faults</source>
        <translation>植入的故障</translation>
    </message>
    <message>
        <source>Find out</source>
        <translation>开始测定</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>The smallest defect you would catch, on your machine</source>
        <translation>在您的机器上能发现的最小缺陷</translation>
    </message>
    <message>
        <source>Faults of falling strength are planted into your own healthy windows that the model has not learned. No fault data are needed. It takes a minute or two.</source>
        <translation>把强度递减的故障植入您自己的、模型未学习过的健康窗口。不需要故障数据。约需一两分钟。</translation>
    </message>
    <message>
        <source>Train a model first. Then faults of falling strength are planted into your own healthy windows, to see how small one would be found.</source>
        <translation>请先训练模型。然后把强度递减的故障植入您自己的健康窗口，看能找到多小的故障。</translation>
    </message>
    <message>
        <source>level of the planted fault, dB re healthy deviation (smaller to the right)</source>
        <translation>植入故障的强度，dB，相对健康标准差（向右递减）</translation>
    </message>
    <message>
        <source>at 2 % false alarms · on the right the smallest fault caught 9 of 10 times</source>
        <translation>误报率 2 % 时 · 右侧为十次检出九次的最小故障</translation>
    </message>
    <message>
        <source>The smallest defect you would catch nine times of ten, in a single window: one of %1 times the healthy vibration (%2).</source>
        <translation>单个窗口中十次能发现九次的最小缺陷：其强度为健康振动的 %1 倍（%2）。</translation>
    </message>
    <message>
        <source>Even the strongest planted fault was caught less than nine times of ten.</source>
        <translation>即使最强的植入故障，十次检出也不到九次。</translation>
    </message>
    <message>
        <source>The smallest defect you would catch nine times of ten, in a single window: at most %1, the smallest tried (%2 times the healthy vibration).</source>
        <translation>单个窗口中十次能发现九次的最小缺陷：不超过 %1，即所试的最小强度（健康振动的 %2 倍）。</translation>
    </message>
</context>
<context>
    <name>spall::ui::Dock</name>
    <message>
        <source>Views</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Envelope</source>
        <translation>包络</translation>
    </message>
    <message>
        <source>Spectrum of the squared envelope of a band: regular impacts show as lines</source>
        <translation>频带平方包络的频谱：规律的冲击显示为谱线</translation>
    </message>
    <message>
        <source>Why flagged?</source>
        <translation>为何报警？</translation>
    </message>
    <message>
        <source>What stands behind the score of a window, and which part of the bearing it points to</source>
        <translation>窗口分数背后的原因，以及它指向轴承的哪一部分</translation>
    </message>
    <message>
        <source>Mistakes</source>
        <translation>错判</translation>
    </message>
    <message>
        <source>Events that the present threshold misses, and its false alarms</source>
        <translation>当前阈值漏检的事件和误报</translation>
    </message>
    <message>
        <source>Rec × critic</source>
        <translation>重构 × 判别</translation>
    </message>
    <message>
        <source>Reconstruction score against critic score, window by window</source>
        <translation>逐窗口比较重构分数与判别分数</translation>
    </message>
    <message>
        <source>ROC / PR</source>
        <translation>ROC / PR</translation>
    </message>
    <message>
        <source>What every threshold would give, for this model and the plain methods</source>
        <translation>本模型与简单方法在每个阈值下的表现</translation>
    </message>
    <message>
        <source>Detectability</source>
        <translation>可检出性</translation>
    </message>
    <message>
        <source>The smallest defect you would catch, on your machine</source>
        <translation>在您的机器上能发现的最小缺陷</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>频谱</translation>
    </message>
    <message>
        <source>Averaged power spectrum of the view</source>
        <translation>当前视图的平均功率谱</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>时频谱</translation>
    </message>
    <message>
        <source>Spectra over time</source>
        <translation>随时间变化的频谱</translation>
    </message>
    <message>
        <source>Kurtogram</source>
        <translation>谱峭度图</translation>
    </message>
    <message>
        <source>Which band is most impulsive: a good one for the envelope</source>
        <translation>冲击性最强的频带：适合取包络</translation>
    </message>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>RMS, peak, crest factor, kurtosis and score over the whole recording</source>
        <translation>整段记录的均方根、峰值、峰值因子、峭度和分数</translation>
    </message>
</context>
<context>
    <name>spall::ui::Document</name>
    <message>
        <source>open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>new model</source>
        <translation>新模型</translation>
    </message>
    <message>
        <source>role of %1</source>
        <translation>%1 的角色</translation>
    </message>
    <message>
        <source>rate of %1</source>
        <translation>%1 的采样率</translation>
    </message>
    <message>
        <source>channel of %1</source>
        <translation>%1 的通道</translation>
    </message>
    <message>
        <source>remove %1</source>
        <translation>移除 %1</translation>
    </message>
    <message>
        <source>bearing</source>
        <translation>轴承</translation>
    </message>
    <message>
        <source>report text</source>
        <translation>报告文字</translation>
    </message>
    <message>
        <source>speed of %1</source>
        <translation>%1 的转速</translation>
    </message>
    <message>
        <source>read %1 again</source>
        <translation>重新读取 %1</translation>
    </message>
</context>
<context>
    <name>spall::ui::EmptyRecordings</name>
    <message>
        <source>Find the flake before the bearing fails</source>
        <translation>在轴承失效之前找到剥落</translation>
    </message>
    <message>
        <source>Spall learns what a healthy bearing sounds like and shows where a recording departs from it.</source>
        <translation>Spall 学习健康轴承的声音，并指出记录在何处偏离。</translation>
    </message>
    <message>
        <source>Open recordings</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>Open recordings…</source>
        <translation>打开记录…</translation>
    </message>
    <message>
        <source>Drop files here</source>
        <translation>把文件拖到这里</translation>
    </message>
    <message>
        <source>Anywhere on this window, at any time: recordings, models and label files.</source>
        <translation>窗口任意位置、任何时候均可：记录、模型和标注文件。</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试用演示</translation>
    </message>
    <message>
        <source>A simulated bearing: healthy at first, then an outer-race fault that grows. No files needed.</source>
        <translation>一个模拟轴承：起初健康，随后外圈故障逐渐扩展。不需要任何文件。</translation>
    </message>
    <message>
        <source>1 Recordings</source>
        <translation>1 记录</translation>
    </message>
    <message>
        <source>Say which recordings are healthy; faulty ones are optional.</source>
        <translation>指明哪些记录是健康的；故障记录可有可无。</translation>
    </message>
    <message>
        <source>2 Train</source>
        <translation>2 训练</translation>
    </message>
    <message>
        <source>The networks learn the healthy part, in about a minute.</source>
        <translation>网络学习健康部分，约需一分钟。</translation>
    </message>
    <message>
        <source>3 Inspect</source>
        <translation>3 检查</translation>
    </message>
    <message>
        <source>See what they cannot explain; set the alarm threshold.</source>
        <translation>查看网络无法解释的部分；设定报警阈值。</translation>
    </message>
    <message>
        <source>4 Report</source>
        <translation>4 报告</translation>
    </message>
    <message>
        <source>Export what was found, with its uncertainty, as a PDF.</source>
        <translation>把发现及其不确定度导出为 PDF。</translation>
    </message>
    <message>
        <source>MAT, CSV, WAV, TDMS, UFF, NumPy and other vibration files. Start with at least one recording of the healthy bearing.</source>
        <translation>MAT、CSV、WAV、TDMS、UFF、NumPy 等振动文件。请从至少一条健康轴承的记录开始。</translation>
    </message>
</context>
<context>
    <name>spall::ui::EnvelopePanel</name>
    <message>
        <source>Envelope spectrum</source>
        <translation>包络谱</translation>
    </message>
    <message>
        <source>The envelope spectrum of what is in view appears here.</source>
        <translation>当前视图的包络谱将显示在这里。</translation>
    </message>
    <message>
        <source>Lower edge of the band</source>
        <translation>频带下限</translation>
    </message>
    <message>
        <source>Upper edge of the band</source>
        <translation>频带上限</translation>
    </message>
    <message>
        <source>BPFO</source>
        <translation>BPFO</translation>
    </message>
    <message>
        <source>Ball pass frequency, outer race</source>
        <translation>外圈通过频率</translation>
    </message>
    <message>
        <source>BPFI</source>
        <translation>BPFI</translation>
    </message>
    <message>
        <source>Ball pass frequency, inner race</source>
        <translation>内圈通过频率</translation>
    </message>
    <message>
        <source>2×BSF</source>
        <translation>2×BSF</translation>
    </message>
    <message>
        <source>Twice the ball spin frequency: how often a defect of a rolling element strikes</source>
        <translation>两倍滚动体自转频率：滚动体缺陷的冲击频率</translation>
    </message>
    <message>
        <source>Propose</source>
        <translation>推荐</translation>
    </message>
    <message>
        <source>The band in which the view is most impulsive (kurtogram)</source>
        <translation>当前视图中冲击性最强的频带（谱峭度图）</translation>
    </message>
    <message>
        <source>FTF</source>
        <translation>FTF</translation>
    </message>
    <message>
        <source>Fundamental train frequency: how often the cage turns</source>
        <translation>保持架频率：保持架转动的频率</translation>
    </message>
    <message>
        <source>±</source>
        <translation>±</translation>
    </message>
    <message>
        <source>Sidebands: a shaft turn apart around BPFI, a cage turn apart around 2×BSF</source>
        <translation>边带：BPFI 两侧间隔为转频，2×BSF 两侧间隔为保持架频率</translation>
    </message>
    <message>
        <source>Sidebands</source>
        <translation>边带</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Slip tolerance</source>
        <translation>打滑容差</translation>
    </message>
    <message>
        <source>Elements slip, so lines stand a little beside where geometry puts them; the shaded strip shows how far</source>
        <translation>滚动体会打滑，因此谱线略偏离几何计算的位置；阴影条表示偏离范围</translation>
    </message>
    <message>
        <source>%1 of signal · %2 a bin</source>
        <translation>信号 %1 · 谱线间隔 %2</translation>
    </message>
</context>
<context>
    <name>spall::ui::EpochScrubber</name>
    <message>
        <source>What the generator sees</source>
        <translation>生成器看到的样子</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>训练轮次</translation>
    </message>
    <message>
        <source>Drag, or use the arrow keys, to see the same window epoch by epoch.</source>
        <translation>拖动或用方向键，逐轮查看同一个窗口。</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>epoch %1, the one kept</source>
        <translation>第 %1 轮（所保留的一轮）</translation>
    </message>
    <message>
        <source>one held-back healthy window (grey), its reconstruction (blue); %1 of its energy is not explained</source>
        <translation>一个留出的健康窗口（灰色）及其重构（蓝色）；其能量的 %1 未被解释</translation>
    </message>
    <message>
        <source>From the first epoch on: one held-back healthy window (grey) and its reconstruction (blue), epoch by epoch.</source>
        <translation>从第一轮起：一个留出的健康窗口（灰色）及其重构（蓝色），逐轮显示。</translation>
    </message>
</context>
<context>
    <name>spall::ui::EventListModel</name>
    <message>
        <source>%1 windows, the highest scores %2 σ</source>
        <translation>%1 个窗口，最高分 %2 σ</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>Peak, σ</source>
        <translation>峰值，σ</translation>
    </message>
</context>
<context>
    <name>spall::ui::FileActions</name>
    <message>
        <source>Open a model</source>
        <translation>打开模型</translation>
    </message>
    <message>
        <source>Spall models (*.spall)</source>
        <translation>Spall 模型 (*.spall)</translation>
    </message>
    <message>
        <source>Open labels</source>
        <translation>打开标注</translation>
    </message>
    <message>
        <source>Labels (*.csv)</source>
        <translation>标注 (*.csv)</translation>
    </message>
    <message>
        <source>Opened %1</source>
        <translation>已打开 %1</translation>
    </message>
    <message>
        <source>Open a session</source>
        <translation>打开会话</translation>
    </message>
    <message>
        <source>Spall sessions (*.spallsession)</source>
        <translation>Spall 会话 (*.spallsession)</translation>
    </message>
    <message>
        <source>The session is saved: %1</source>
        <translation>会话已保存：%1</translation>
    </message>
    <message>
        <source>Save the model</source>
        <translation>保存模型</translation>
    </message>
    <message>
        <source>The model is saved: %1</source>
        <translation>模型已保存：%1</translation>
    </message>
    <message>
        <source>Save the labels</source>
        <translation>保存标注</translation>
    </message>
    <message>
        <source>The labels are saved: %1</source>
        <translation>标注已保存：%1</translation>
    </message>
    <message>
        <source>Open recordings</source>
        <translation>打开记录</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Where are the missing files?</source>
        <translation>缺失的文件在哪里？</translation>
    </message>
    <message>
        <source>Save the session</source>
        <translation>保存会话</translation>
    </message>
    <message>
        <source>Recordings (%1)</source>
        <translation>记录 (%1)</translation>
    </message>
</context>
<context>
    <name>spall::ui::Focus</name>
    <message>
        <source>unit</source>
        <translation>单位</translation>
    </message>
</context>
<context>
    <name>spall::ui::HelpPanel</name>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>The first page of the help</source>
        <translation>帮助的首页</translation>
    </message>
</context>
<context>
    <name>spall::ui::HistogramPlot</name>
    <message>
        <source>Healthy and faulty scores</source>
        <translation>健康与故障分数</translation>
    </message>
    <message>
        <source>How the scores of healthy and faulty windows are spread, each scaled to its own peak.
Drag to move the threshold.</source>
        <translation>健康窗口与故障窗口的分数分布，各自按其峰值缩放。
拖动可移动阈值。</translation>
    </message>
    <message>
        <source>healthy · %1</source>
        <translation>健康 · %1</translation>
    </message>
    <message>
        <source>%1 · faulty</source>
        <translation>%1 · 故障</translation>
    </message>
    <message>
        <source>score, σ</source>
        <translation>分数，σ</translation>
    </message>
    <message>
        <source>healthy, share of peak</source>
        <translation>健康，占峰值的比例</translation>
    </message>
    <message>
        <source>faulty, share of peak</source>
        <translation>故障，占峰值的比例</translation>
    </message>
</context>
<context>
    <name>spall::ui::ImportJobs</name>
    <message>
        <source>reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>open labels</source>
        <translation>打开标注</translation>
    </message>
    <message>
        <source>simulating a bearing</source>
        <translation>正在模拟轴承</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>演示</translation>
    </message>
    <message>
        <source>open the demo</source>
        <translation>打开演示</translation>
    </message>
    <message>
        <source>changing the channel</source>
        <translation>正在更换通道</translation>
    </message>
    <message numerus="yes">
        <source>reading %n recordings</source>
        <translation>
            <numerusform>正在读取 %n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>reading %1 again</source>
        <translation>正在重新读取 %1</translation>
    </message>
    <message>
        <source>saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
    <message>
        <source>changing the rate</source>
        <translation>正在更改采样率</translation>
    </message>
</context>
<context>
    <name>spall::ui::ImportView</name>
    <message>
        <source>signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>time, count or speed</source>
        <translation>时间、计数或转速</translation>
    </message>
    <message>
        <source>number</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>未采用</translation>
    </message>
    <message>
        <source>What is in %1</source>
        <translation>%1 的内容</translation>
    </message>
    <message>
        <source>Read it like this</source>
        <translation>按此读取</translation>
    </message>
    <message>
        <source>Variables of the file</source>
        <translation>文件中的变量</translation>
    </message>
    <message>
        <source>Variable</source>
        <translation>变量</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Taken for</source>
        <translation>视为</translation>
    </message>
    <message>
        <source>Select the signal to look at. A signal is a sequence of numbers that is neither a time nor a count.</source>
        <translation>请选择要查看的信号。信号是一列数值，既不是时间也不是计数。</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>select another in the list</source>
        <translation>请在列表中另选一个</translation>
    </message>
    <message>
        <source>Sampling rate in hertz</source>
        <translation>采样率（赫兹）</translation>
    </message>
    <message>
        <source>Sampling rate, Hz</source>
        <translation>采样率，Hz</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Shaft speed in rpm</source>
        <translation>轴转速（r/min）</translation>
    </message>
    <message>
        <source>Shaft speed, rpm</source>
        <translation>轴转速，r/min</translation>
    </message>
    <message>
        <source>not known; defect frequencies need it</source>
        <translation>未知；缺陷频率需要它</translation>
    </message>
    <message>
        <source>Scale factor</source>
        <translation>比例系数</translation>
    </message>
    <message>
        <source>Multiply by</source>
        <translation>乘以</translation>
    </message>
    <message>
        <source>the file holds numbers of the converter: enter the value of full scale</source>
        <translation>文件中是转换器的数值：请输入满量程值</translation>
    </message>
    <message>
        <source>from the numbers in the file to the unit below</source>
        <translation>从文件中的数值到下方的单位</translation>
    </message>
    <message>
        <source>the file names none</source>
        <translation>文件未注明</translation>
    </message>
    <message>
        <source>as the file names it</source>
        <translation>按文件注明</translation>
    </message>
    <message>
        <source>as you have stated it</source>
        <translation>按您所述</translation>
    </message>
    <message>
        <source>For all files of this kind from now on</source>
        <translation>今后对此类所有文件</translation>
    </message>
    <message>
        <source>Files of one kind have the same format and channels of the same names, apart from the numbers in them.</source>
        <translation>同类文件格式相同，通道名称除数字外相同。</translation>
    </message>
    <message>
        <source>looking into %1</source>
        <translation>正在查看 %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1 must be a number above 0. Empty means: as it was found.</source>
        <translation>“%1”必须是大于 0 的数。留空表示沿用找到的值。</translation>
    </message>
</context>
<context>
    <name>spall::ui::InspectPage</name>
    <message>
        <source>Zoom in</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Whole recording</source>
        <translation>整段记录</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>向前</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>向后</translation>
    </message>
    <message>
        <source>Next event</source>
        <translation>下一个事件</translation>
    </message>
    <message>
        <source>Previous event</source>
        <translation>上一个事件</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>There is no model yet. Train one on healthy recordings to see the score of each window.</source>
        <translation>还没有模型。用健康记录训练一个，才能看到每个窗口的分数。</translation>
    </message>
    <message>
        <source>Go to Train</source>
        <translation>前往“训练”</translation>
    </message>
    <message>
        <source>The scores of this recording are being computed.</source>
        <translation>正在计算此记录的分数。</translation>
    </message>
    <message>
        <source>Next view</source>
        <translation>下一个视图</translation>
    </message>
    <message>
        <source>Previous view</source>
        <translation>上一个视图</translation>
    </message>
    <message>
        <source>Mark a place to measure from</source>
        <translation>标记测量起点</translation>
    </message>
    <message>
        <source>Listen to what is in view</source>
        <translation>播放当前视图</translation>
    </message>
    <message>
        <source>Save the view under the pointer…</source>
        <translation>保存指针所在的视图…</translation>
    </message>
    <message>
        <source>Ctrl+Shift+E</source>
        <translation>Ctrl+Shift+E</translation>
    </message>
    <message>
        <source>Ask why a window is flagged</source>
        <translation>查看窗口为何报警</translation>
    </message>
    <message>
        <source>Look at the envelope spectrum</source>
        <translation>查看包络谱</translation>
    </message>
    <message>
        <source>Show the view: %1</source>
        <translation>显示视图：%1</translation>
    </message>
    <message>
        <source>Put the view beside the others</source>
        <translation>把视图放到其他视图旁边</translation>
    </message>
    <message>
        <source>Give the view a window of its own</source>
        <translation>让视图成为独立窗口</translation>
    </message>
    <message>
        <source>Shift+B</source>
        <translation>Shift+B</translation>
    </message>
    <message>
        <source>All views in one row of tabs</source>
        <translation>所有视图排成一行选项卡</translation>
    </message>
    <message>
        <source>Ctrl+B</source>
        <translation>Ctrl+B</translation>
    </message>
    <message>
        <source>The model is being trained. The scores come by themselves when it is done.</source>
        <translation>模型正在训练。完成后评分会自动出现。</translation>
    </message>
</context>
<context>
    <name>spall::ui::KurtogramPanel</name>
    <message>
        <source>Take the framed band</source>
        <translation>采用框出的频带</translation>
    </message>
    <message>
        <source>Makes the most impulsive band the band of the envelope spectrum</source>
        <translation>把冲击性最强的频带作为包络谱的频带</translation>
    </message>
    <message>
        <source>The kurtogram of what is in view appears here.</source>
        <translation>当前视图的谱峭度图将显示在这里。</translation>
    </message>
    <message>
        <source>most impulsive: %1 – %2 · kurtosis %3 (noise has 0)</source>
        <translation>冲击性最强：%1 – %2 · 峭度 %3（噪声为 0）</translation>
    </message>
</context>
<context>
    <name>spall::ui::KurtogramPlot</name>
    <message>
        <source>Kurtogram</source>
        <translation>谱峭度图</translation>
    </message>
    <message>
        <source>How impulsive each band of the signal is: the kurtosis of its envelope, 0 for noise.
Click a band to take the envelope spectrum of it.</source>
        <translation>信号各频带的冲击性：其包络的峭度，噪声为 0。
点击某个频带可取其包络谱。</translation>
    </message>
    <message>
        <source>Hz</source>
        <translation>Hz</translation>
    </message>
    <message>
        <source>%1 – %2 · kurtosis %3</source>
        <translation>%1 – %2 · 峭度 %3</translation>
    </message>
    <message>
        <source>from, Hz</source>
        <translation>起始，Hz</translation>
    </message>
    <message>
        <source>to, Hz</source>
        <translation>终止，Hz</translation>
    </message>
    <message>
        <source>kurtosis of the envelope</source>
        <translation>包络的峭度</translation>
    </message>
</context>
<context>
    <name>spall::ui::LabelPanel</name>
    <message>
        <source>healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>faulty</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Drag on the signal with Shift held to label a stretch.</source>
        <translation>按住 Shift 在信号上拖动即可标注一段。</translation>
    </message>
    <message>
        <source>Filter labels</source>
        <translation>筛选标注</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Double click goes there; drag the ends on the signal to resize. Several are chosen with Ctrl or Shift.</source>
        <translation>双击前往该处；在信号上拖动两端可调整范围。按住 Ctrl 或 Shift 可多选。</translation>
    </message>
    <message>
        <source>What can be done with labels</source>
        <translation>对标注可做的操作</translation>
    </message>
    <message>
        <source>Label commands</source>
        <translation>标注操作</translation>
    </message>
    <message>
        <source>Label what is in view…</source>
        <translation>标注当前视图…</translation>
    </message>
    <message>
        <source>Name the stretch that the plots show now</source>
        <translation>为图中当前显示的一段命名</translation>
    </message>
    <message>
        <source>Next label</source>
        <translation>下一个标注</translation>
    </message>
    <message>
        <source>Shift+N</source>
        <translation>Shift+N</translation>
    </message>
    <message>
        <source>Go to the next label</source>
        <translation>前往下一个标注</translation>
    </message>
    <message>
        <source>Previous label</source>
        <translation>上一个标注</translation>
    </message>
    <message>
        <source>Shift+P</source>
        <translation>Shift+P</translation>
    </message>
    <message>
        <source>Go to the previous label</source>
        <translation>前往上一个标注</translation>
    </message>
    <message>
        <source>Rename label…</source>
        <translation>重命名标注…</translation>
    </message>
    <message>
        <source>Another name for the selected label</source>
        <translation>为选中的标注换一个名称</translation>
    </message>
    <message>
        <source>Label starts at the cursor</source>
        <translation>标注从光标处开始</translation>
    </message>
    <message>
        <source>Move the start of the selected label to the cursor</source>
        <translation>把选中标注的起点移到光标处</translation>
    </message>
    <message>
        <source>Label ends at the cursor</source>
        <translation>标注到光标处结束</translation>
    </message>
    <message>
        <source>Move the end of the selected label to the cursor</source>
        <translation>把选中标注的终点移到光标处</translation>
    </message>
    <message>
        <source>Split label at the cursor</source>
        <translation>在光标处拆分标注</translation>
    </message>
    <message>
        <source>Cut the selected label in two</source>
        <translation>把选中的标注一分为二</translation>
    </message>
    <message>
        <source>Delete label</source>
        <translation>删除标注</translation>
    </message>
    <message>
        <source>Take the selected labels away</source>
        <translation>移除选中的标注</translation>
    </message>
    <message>
        <source>remove label</source>
        <translation>移除标注</translation>
    </message>
    <message>
        <source>Merge labels</source>
        <translation>合并标注</translation>
    </message>
    <message>
        <source>One label from the start of the first selected to the end of the last</source>
        <translation>从首个选中标注的起点到末个的终点合为一个</translation>
    </message>
    <message>
        <source>merge labels</source>
        <translation>合并标注</translation>
    </message>
    <message>
        <source>label %1</source>
        <translation>标注 %1</translation>
    </message>
    <message>
        <source>resize label</source>
        <translation>调整标注范围</translation>
    </message>
    <message>
        <source>another name…</source>
        <translation>其他名称…</translation>
    </message>
    <message>
        <source>Name of the label</source>
        <translation>标注的名称</translation>
    </message>
    <message>
        <source>rename label</source>
        <translation>重命名标注</translation>
    </message>
    <message>
        <source>split label</source>
        <translation>拆分标注</translation>
    </message>
    <message>
        <source>Ctrl+[</source>
        <translation>Ctrl+[</translation>
    </message>
    <message>
        <source>Ctrl+]</source>
        <translation>Ctrl+]</translation>
    </message>
    <message>
        <source>LABELS</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>Ctrl+M</source>
        <translation>Ctrl+M</translation>
    </message>
    <message>
        <source>inner race</source>
        <translation>内圈</translation>
    </message>
    <message>
        <source>outer race</source>
        <translation>外圈</translation>
    </message>
    <message>
        <source>rolling element</source>
        <translation>滚动体</translation>
    </message>
    <message>
        <source>cage</source>
        <translation>保持架</translation>
    </message>
</context>
<context>
    <name>spall::ui::ListenControl</name>
    <message>
        <source>Listen to what is in view (Space); the arrow chooses the residual, a loop, and a slower speed, which sounds lower</source>
        <translation>播放当前视图（空格键）；箭头可选择残差、循环播放和慢速播放，慢速时音调降低</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>The signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>The residual: what the model did not expect</source>
        <translation>残差：模型没有预料到的部分</translation>
    </message>
    <message>
        <source>Over and over</source>
        <translation>循环播放</translation>
    </message>
    <message>
        <source>At its own speed</source>
        <translation>原速</translation>
    </message>
    <message>
        <source>Half as fast</source>
        <translation>二分之一速度</translation>
    </message>
    <message>
        <source>A quarter as fast</source>
        <translation>四分之一速度</translation>
    </message>
    <message>
        <source>An eighth as fast</source>
        <translation>八分之一速度</translation>
    </message>
    <message>
        <source>■ Stop</source>
        <translation>■ 停止</translation>
    </message>
    <message>
        <source>▶ Listen</source>
        <translation>▶ 播放</translation>
    </message>
</context>
<context>
    <name>spall::ui::LossBoard</name>
    <message>
        <source>Critic: Wasserstein distance, real − reconstructed</source>
        <translation>判别器：Wasserstein 距离，真实 − 重构</translation>
    </message>
    <message>
        <source>Falling towards a small positive value is healthy.</source>
        <translation>向一个小的正值下降即为正常。</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>latent</source>
        <translation>潜变量</translation>
    </message>
    <message>
        <source>Cycle: reconstruction error</source>
        <translation>循环：重构误差</translation>
    </message>
    <message>
        <source>A growing gap between the two means that it learns by heart.</source>
        <translation>两者差距扩大说明网络在死记硬背。</translation>
    </message>
    <message>
        <source>held back</source>
        <translation>留出</translation>
    </message>
    <message>
        <source>learned</source>
        <translation>学习</translation>
    </message>
    <message>
        <source>Gradient penalty and norm</source>
        <translation>梯度惩罚与范数</translation>
    </message>
    <message>
        <source>|∇ critic|</source>
        <translation>|∇ 判别器|</translation>
    </message>
    <message>
        <source>penalty</source>
        <translation>惩罚</translation>
    </message>
    <message>
        <source>Generator and encoder: adversarial loss</source>
        <translation>生成器与编码器：对抗损失</translation>
    </message>
    <message>
        <source>Neither should run away while the other stands still.</source>
        <translation>不应一个失控而另一个停滞。</translation>
    </message>
    <message>
        <source>generator</source>
        <translation>生成器</translation>
    </message>
    <message>
        <source>encoder</source>
        <translation>编码器</translation>
    </message>
    <message>
        <source>The penalty pulls the norm towards 1 (dashed); while the distance is large it settles above.</source>
        <translation>惩罚项把范数拉向 1（虚线）；距离较大时会停在其上方。</translation>
    </message>
    <message>
        <source>Critic: Wasserstein distance, real − generated</source>
        <translation>判别器：Wasserstein 距离，真实 − 生成</translation>
    </message>
    <message>
        <source>This critic only watches (weight %1 in the loss): a growing distance is expected.</source>
        <translation>此判别器只是旁观（在损失中权重 %1）：距离增大属预期。</translation>
    </message>
    <message>
        <source>They weigh %1 beside the reconstruction error: a drift means little.</source>
        <translation>相对重构误差，其权重为 %1：漂移意义不大。</translation>
    </message>
    <message>
        <source>A steady climb means that the generator falls behind the critic.</source>
        <translation>持续上升说明生成器落后于判别器。</translation>
    </message>
</context>
<context>
    <name>spall::ui::LossChart</name>
    <message>
        <source>epoch</source>
        <translation>轮次</translation>
    </message>
</context>
<context>
    <name>spall::ui::MachineChoice</name>
    <message>
        <source>Bearing</source>
        <translation>轴承</translation>
    </message>
    <message>
        <source>The bearing of this machine: its geometry says at which frequencies a defect would strike. Choose one, type part of a name such as 6205, or the number of elements, their diameter, the pitch diameter and the contact angle, such as 9,7.94,39.04,0.</source>
        <translation>本机器的轴承：由其几何尺寸可知缺陷的冲击频率。请从列表选择，或输入部分型号（如 6205），或依次输入滚动体个数、滚动体直径、节圆直径和接触角，如 9,7.94,39.04,0。</translation>
    </message>
    <message>
        <source>Which bearing?</source>
        <translation>哪种轴承？</translation>
    </message>
    <message>
        <source> rpm</source>
        <translation> r/min</translation>
    </message>
    <message>
        <source>rpm?</source>
        <translation>转速？</translation>
    </message>
    <message>
        <source>Shaft speed</source>
        <translation>轴转速</translation>
    </message>
    <message>
        <source>Shaft speed of this recording; the lines move with it. 0: as the file says.</source>
        <translation>此记录的轴转速；谱线随之移动。0：以文件为准。</translation>
    </message>
</context>
<context>
    <name>spall::ui::Header</name>
    <message>
        <source>1 Recordings</source>
        <translation>1 记录</translation>
    </message>
    <message>
        <source>2 Train</source>
        <translation>2 训练</translation>
    </message>
    <message>
        <source>3 Inspect</source>
        <translation>3 检查</translation>
    </message>
    <message>
        <source>4 Report</source>
        <translation>4 报告</translation>
    </message>
    <message>
        <source>Search actions   Ctrl+K</source>
        <translation>搜索操作   Ctrl+K</translation>
    </message>
    <message>
        <source>%1 · changed</source>
        <translation>%1 · 已更改</translation>
    </message>
</context>
<context>
    <name>spall::ui::MainWindow</name>
    <message>
        <source>New session</source>
        <translation>新会话</translation>
    </message>
</context>
<context>
    <name>spall::ui::MethodBars</name>
    <message>
        <source>Recall of this model and of the plain methods</source>
        <translation>本模型与简单方法的召回率</translation>
    </message>
    <message>
        <source>
recall %1 (%2)</source>
        <translation>
召回率 %1（%2）</translation>
    </message>
    <message>
        <source>
false alarms %1 (%2)</source>
        <translation>
误报 %1（%2）</translation>
    </message>
    <message>
        <source>
AUROC %1</source>
        <translation>
AUROC %1</translation>
    </message>
</context>
<context>
    <name>spall::ui::MinimapPlot</name>
    <message>
        <source>Whole recording</source>
        <translation>整段记录</translation>
    </message>
    <message>
        <source>The whole recording. Drag the frame to move the view; ticks mark alarms.</source>
        <translation>整段记录。拖动方框可移动视图；刻线表示报警。</translation>
    </message>
</context>
<context>
    <name>spall::ui::MistakesModel</name>
    <message>
        <source>false alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>missed altogether</source>
        <translation>完全漏检</translation>
    </message>
    <message>
        <source>missed part</source>
        <translation>部分漏检</translation>
    </message>
    <message>
        <source>%1 σ</source>
        <translation>%1 σ</translation>
    </message>
    <message>
        <source>what</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>from</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>length</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>highest score</source>
        <translation>最高分</translation>
    </message>
</context>
<context>
    <name>spall::ui::MistakesPanel</name>
    <message>
        <source>Misses and false alarms</source>
        <translation>漏检与误报</translation>
    </message>
    <message>
        <source>%1 missed · %2 false alarms at this threshold · click one to go there</source>
        <translation>此阈值下 %1 处漏检 · %2 处误报 · 点击可前往</translation>
    </message>
    <message>
        <source>There is no model yet, so nothing is judged.</source>
        <translation>还没有模型，因此无从判断。</translation>
    </message>
    <message>
        <source>No mistakes at this threshold on what is open: nothing faulty is missed, nothing healthy is alarmed.</source>
        <translation>在此阈值下，已打开的数据没有错判：故障无一漏检，健康无一误报。</translation>
    </message>
    <message>
        <source>Nothing can be judged yet: say which recordings are healthy or faulty, or label a stretch.</source>
        <translation>尚无法判断：请指明哪些记录是健康或故障，或标注一段。</translation>
    </message>
    <message>
        <source>No healthy window is alarmed. What is missed can be told once a recording is marked faulty or a stretch is labelled.</source>
        <translation>没有健康窗口报警。把一条记录标为故障或标注一段之后，才能知道漏检了什么。</translation>
    </message>
</context>
<context>
    <name>spall::ui::NoticeBar</name>
    <message>
        <source>Hide this message</source>
        <translation>隐藏此消息</translation>
    </message>
</context>
<context>
    <name>spall::ui::Player</name>
    <message>
        <source>There is nothing to listen to here.</source>
        <translation>这里没有可播放的内容。</translation>
    </message>
    <message>
        <source>No sound output was found on this machine. Connect one, or check the sound settings of the system, and try again.</source>
        <translation>本机没有找到声音输出。请连接音频设备或检查系统的声音设置后重试。</translation>
    </message>
</context>
<context>
    <name>spall::ui::Plot</name>
    <message>
        <source>Save this view</source>
        <translation>保存此视图</translation>
    </message>
    <message>
        <source>Saved %1</source>
        <translation>已保存 %1</translation>
    </message>
    <message>
        <source>Save as picture (PNG)…</source>
        <translation>存为图片 (PNG)…</translation>
    </message>
    <message>
        <source>Save as drawing (SVG)…</source>
        <translation>存为矢量图 (SVG)…</translation>
    </message>
    <message>
        <source>Save the numbers in view (CSV)…</source>
        <translation>保存视图中的数值 (CSV)…</translation>
    </message>
    <message>
        <source>Saving %1</source>
        <translation>正在保存 %1</translation>
    </message>
</context>
<context>
    <name>spall::ui::RecordingListModel</name>
    <message>
        <source>Healthy</source>
        <translation>健康</translation>
    </message>
    <message>
        <source>Faulty</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>%1
%2 of %3 judged windows are alarms (%4)</source>
        <translation>%1
参与判断的 %3 个窗口中有 %2 个报警（%4）</translation>
    </message>
    <message>
        <source>%1
not judged yet</source>
        <translation>%1
尚未判断</translation>
    </message>
</context>
<context>
    <name>spall::ui::RecordingPreview</name>
    <message>
        <source>Signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>频谱</translation>
    </message>
    <message>
        <source>What is known, and why</source>
        <translation>已知内容及依据</translation>
    </message>
    <message>
        <source>Signal · %1</source>
        <translation>信号 · %1</translation>
    </message>
    <message>
        <source>Too short for a spectrum.</source>
        <translation>太短，无法计算频谱。</translation>
    </message>
    <message>
        <source>%1 / √Hz</source>
        <translation>%1 / √Hz</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>上限 %1</translation>
    </message>
    <message>
        <source>⚠ Not scored</source>
        <translation>⚠ 未评分</translation>
    </message>
    <message>
        <source>Rate: %1, %2</source>
        <translation>采样率：%1，%2</translation>
    </message>
    <message>
        <source>Shaft: %1, %2</source>
        <translation>转轴：%1，%2</translation>
    </message>
    <message>
        <source>Shaft: not known</source>
        <translation>转轴：未知</translation>
    </message>
    <message>
        <source>Defect frequencies need a shaft speed.</source>
        <translation>缺陷频率需要轴转速。</translation>
    </message>
    <message>
        <source>⚠ Worth a look</source>
        <translation>⚠ 值得留意</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>幅值</translation>
    </message>
    <message>
        <source>RMS %1, peak %2, crest %3, kurtosis %4 (3 for noise), in %5</source>
        <translation>均方根 %1，峰值 %2，峰值因子 %3，峭度 %4（噪声为 3），单位 %5</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>%1, SHA-256 %2…</source>
        <translation>%1，SHA-256 %2…</translation>
    </message>
    <message>
        <source>A run of %1 snapshots</source>
        <translation>由 %1 个快照组成的一次运行</translation>
    </message>
    <message>
        <source>The last, %1, was taken %2 after the first. No window joins two of them.</source>
        <translation>最后一个 %1 距第一个 %2。没有窗口跨越两个快照。</translation>
    </message>
    <message>
        <source>Proposed channel: %1</source>
        <translation>建议的通道：%1</translation>
    </message>
</context>
<context>
    <name>spall::ui::RecordingsModel</name>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source> (%1 more)</source>
        <translation>（另有 %1）</translation>
    </message>
    <message>
        <source>Healthy recordings are learned from; faulty ones serve to measure recall. Unknown ones are only scored.</source>
        <translation>健康记录用于学习；故障记录用于测量召回率；未知记录只评分。</translation>
    </message>
    <message numerus="yes">
        <source>The channel that is analysed; %n in this file.</source>
        <translation>
            <numerusform>所分析的通道；此文件共 %n 个。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1
Click to change it.</source>
        <translation>%1
点击可更改。</translation>
    </message>
    <message>
        <source>Neither the file nor its name says how quick the shaft turned.</source>
        <translation>文件及其名称都没有说明转轴的转速。</translation>
    </message>
    <message>
        <source>Root mean square of the raw values: how strong the vibration is.</source>
        <translation>原始值的均方根：振动有多强。</translation>
    </message>
    <message>
        <source>How spiky the signal is: 3 for noise, more when impacts stand out.</source>
        <translation>信号有多尖锐：噪声为 3，冲击突出时更大。</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>采样点数</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>采样率</translation>
    </message>
    <message>
        <source>Shaft</source>
        <translation>转轴</translation>
    </message>
    <message>
        <source>RMS</source>
        <translation>均方根</translation>
    </message>
    <message>
        <source>Kurtosis</source>
        <translation>峭度</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>spall::ui::RecordingsPage</name>
    <message>
        <source>Open another…</source>
        <translation>打开其他文件…</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Open recordings…</source>
        <translation>打开记录…</translation>
    </message>
    <message>
        <source>Train on the healthy ones</source>
        <translation>用健康记录训练</translation>
    </message>
    <message>
        <source>A new model will work at %1, the lowest rate here (%2): a detector that sees different rates would tell the rates apart, not the faults.</source>
        <translation>新模型将以 %1 工作，即此处的最低采样率（%2）：若检测器看到不同的采样率，区分的就会是采样率而不是故障。</translation>
    </message>
    <message>
        <source>A new model will work at %1, the rate of all recordings here.</source>
        <translation>新模型将以 %1 工作，即此处所有记录的采样率。</translation>
    </message>
    <message>
        <source>Open a run…</source>
        <translation>打开一次运行…</translation>
    </message>
    <message>
        <source>A folder of snapshots taken one after the other, such as acc_00001.csv, acc_00002.csv: they become one recording from new to failed.</source>
        <translation>按时间先后采集的快照文件夹，如 acc_00001.csv、acc_00002.csv：合为一条从全新到失效的记录。</translation>
    </message>
    <message>
        <source>File contents…</source>
        <translation>文件内容…</translation>
    </message>
    <message>
        <source>Every variable of the file, what it was taken for, and what was guessed: signal, rate, speed, scale and unit can be stated otherwise.</source>
        <translation>文件中的每个变量、被视为何物、推测了什么：信号、采样率、转速、比例和单位均可另行指定。</translation>
    </message>
    <message>
        <source>What is full scale in %1?</source>
        <translation>%1 的满量程是多少？</translation>
    </message>
    <message>
        <source>It holds the whole numbers of a converter, not g or m/s². Scores need no scale, levels and comparisons between files do.</source>
        <translation>文件中是转换器的整数，而不是 g 或 m/s²。评分不需要比例，但幅值和文件之间的比较需要。</translation>
    </message>
    <message>
        <source>State it…</source>
        <translation>指定…</translation>
    </message>
    <message>
        <source>Open a run of snapshots</source>
        <translation>打开快照运行</translation>
    </message>
    <message>
        <source>%1 files could not be opened</source>
        <translation>%1 个文件无法打开</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
</context>
<context>
    <name>spall::ui::RecordingsTable</name>
    <message>
        <source>Recordings</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Selected ones are healthy</source>
        <translation>所选记录为健康</translation>
    </message>
    <message>
        <source>Selected ones are faulty</source>
        <translation>所选记录为故障</translation>
    </message>
    <message>
        <source>Nothing is known of selected ones</source>
        <translation>所选记录状态未知</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>remove from the list</source>
        <translation>从列表中移除</translation>
    </message>
    <message>
        <source>roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>The samples were taken at</source>
        <translation>采样率为</translation>
    </message>
</context>
<context>
    <name>spall::ui::RecordingsPanel</name>
    <message>
        <source>Recordings</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>RECORDINGS</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>With the share of judged windows that are alarms</source>
        <translation>附参与判断的窗口中报警的比例</translation>
    </message>
    <message>
        <source>N next · P previous</source>
        <translation>N 下一个 · P 上一个</translation>
    </message>
    <message>
        <source>EVENTS · %1</source>
        <translation>事件 · %1</translation>
    </message>
    <message>
        <source>EVENTS</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>No window of this recording is an alarm.</source>
        <translation>此记录没有窗口报警。</translation>
    </message>
    <message>
        <source>Runs of alarms will be listed here once this recording has scores.</source>
        <translation>此记录评分后，连续的报警将列在这里。</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>spall::ui::ReportChoicesCard</name>
    <message>
        <source>Report</source>
        <translation>报告</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Bearing vibration report</source>
        <translation>轴承振动报告</translation>
    </message>
    <message>
        <source>Pump 7, drive end</source>
        <translation>7 号泵，驱动端</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>At the head of the first page</source>
        <translation>位于首页顶部</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>Where the recordings come from</source>
        <translation>记录来自何处</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>公司</translation>
    </message>
    <message>
        <source>At the head and the foot; remembered</source>
        <translation>位于页眉和页脚；会被记住</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>选择徽标</translation>
    </message>
    <message>
        <source>Take the logo away</source>
        <translation>移除徽标</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>徽标</translation>
    </message>
    <message>
        <source>PNG, JPEG or SVG; remembered</source>
        <translation>PNG、JPEG 或 SVG；会被记住</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>A4</source>
        <translation>A4</translation>
    </message>
    <message>
        <source>Letter</source>
        <translation>Letter</translation>
    </message>
    <message>
        <source>Bearing</source>
        <translation>轴承</translation>
    </message>
    <message>
        <source>Its geometry tells the frequencies at which a damaged part would strike</source>
        <translation>由其几何尺寸可知损坏部件的冲击频率</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Of the report, not of the window</source>
        <translation>报告的语言，而非窗口的语言</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸张</translation>
    </message>
    <message>
        <source>Size of the pages</source>
        <translation>页面大小</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.svg)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.svg)</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
</context>
<context>
    <name>spall::ui::ReportJobs</name>
    <message>
        <source>composing the report</source>
        <translation>正在生成报告</translation>
    </message>
    <message>
        <source>writing the report</source>
        <translation>正在写入报告</translation>
    </message>
</context>
<context>
    <name>spall::ui::ReportPage</name>
    <message>
        <source>1 page</source>
        <translation>1 页</translation>
    </message>
    <message>
        <source>%1 pages</source>
        <translation>%1 页</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>另存到别处…</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>It tells the path and hash of each recording, how the model was trained, the numbers with their intervals and what they cannot show. It does not contain the samples.</source>
        <translation>报告列出每条记录的路径与哈希值、模型的训练方式、各项数值及其区间，以及这些数值不能说明什么。报告不含采样数据。</translation>
    </message>
    <message>
        <source>Page %1</source>
        <translation>第 %1 页</translation>
    </message>
    <message>
        <source>Export the report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Written: %1 (%2)</source>
        <translation>已写入：%1（%2）</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>PDF (*.pdf);;One page of HTML (*.html);;Data and tables (*.json)</source>
        <translation>PDF (*.pdf);;单页 HTML (*.html);;数据与表格 (*.json)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>已写入：%1</translation>
    </message>
    <message>
        <source>&lt;b&gt;%1&lt;/b&gt; of %2 recordings are scored and in the report, with &lt;b&gt;%3&lt;/b&gt; events. What decides: &lt;b&gt;%4&lt;/b&gt;.</source>
        <translation>%2 条记录中有 &lt;b&gt;%1&lt;/b&gt; 条已评分并列入报告，共 &lt;b&gt;%3&lt;/b&gt; 个事件。判定依据：&lt;b&gt;%4&lt;/b&gt;。</translation>
    </message>
</context>
<context>
    <name>spall::ui::ResidualBars</name>
    <message>
        <source>Where the residual of the window is, in time and frequency</source>
        <translation>窗口残差在时间与频率上的位置</translation>
    </message>
    <message>
        <source>residual energy along the window</source>
        <translation>窗口内残差能量的分布</translation>
    </message>
    <message>
        <source>no healthy windows to compare with</source>
        <translation>没有可比较的健康窗口</translation>
    </message>
    <message>
        <source>residual, dB above healthy</source>
        <translation>残差，高于健康的 dB 数</translation>
    </message>
</context>
<context>
    <name>spall::ui::ResidualPlot</name>
    <message>
        <source>Residual</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>time, s</source>
        <translation>时间，s</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>residual, %1</source>
        <translation>残差，%1</translation>
    </message>
</context>
<context>
    <name>spall::ui::ScatterPanel</name>
    <message>
        <source>One threshold of the fused score</source>
        <translation>融合分数的单一阈值</translation>
    </message>
    <message>
        <source>Two thresholds, both exceeded (AND)</source>
        <translation>两个阈值，均须超过（与）</translation>
    </message>
    <message>
        <source>Two thresholds, either exceeded (OR)</source>
        <translation>两个阈值，任一超过（或）</translation>
    </message>
    <message>
        <source>Alarm rule</source>
        <translation>报警规则</translation>
    </message>
    <message>
        <source>What makes a window an alarm: one threshold on the fused score, or a threshold of its own for each of the two scores.</source>
        <translation>窗口何时报警：融合分数的单一阈值，或两种分数各有阈值。</translation>
    </message>
    <message>
        <source>alarm rule</source>
        <translation>报警规则</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>two thresholds</source>
        <translation>双阈值</translation>
    </message>
    <message>
        <source>%1 windows of %2 picked, marked in the score plot</source>
        <translation>已选 %2 个窗口中的 %1 个，并在分数图中标出</translation>
    </message>
</context>
<context>
    <name>spall::ui::ScatterPlot</name>
    <message>
        <source>reconstruction score, σ of healthy</source>
        <translation>重构分数，健康 σ</translation>
    </message>
    <message>
        <source>Reconstruction against critic score</source>
        <translation>重构分数与判别分数</translation>
    </message>
    <message>
        <source>critic score, σ of healthy</source>
        <translation>判别分数，健康 σ</translation>
    </message>
    <message>
        <source>△ faulty %1</source>
        <translation>△ 故障 %1</translation>
    </message>
    <message>
        <source>○ healthy %1</source>
        <translation>○ 健康 %1</translation>
    </message>
    <message>
        <source>Each window by its two scores. Beyond the purple line it is above the threshold: drag the line to move it.
Drag over points to mark their windows in the score plot; click one to go there.</source>
        <translation>每个窗口的两个分数。紫色线以外即超过阈值：拖动该线可移动阈值。
框选散点可在分数图中标出其窗口；点击某点可前往。</translation>
    </message>
    <message>
        <source>● in view %1</source>
        <translation>● 当前视图 %1</translation>
    </message>
    <message>
        <source>faulty</source>
        <translation>故障</translation>
    </message>
    <message>
        <source>reconstruction score, σ</source>
        <translation>重构分数，σ</translation>
    </message>
    <message>
        <source>critic score, σ</source>
        <translation>判别分数，σ</translation>
    </message>
</context>
<context>
    <name>spall::ui::ScoreControl</name>
    <message>
        <source>Weight of reconstruction against critic</source>
        <translation>重构与判别器的权重</translation>
    </message>
    <message>
        <source>λ: the score is λ · reconstruction + (1 − λ) · critic, both in standard deviations of healthy windows.</source>
        <translation>λ：分数为 λ · 重构 + (1 − λ) · 判别，两者均以健康窗口的标准差为单位。</translation>
    </message>
    <message>
        <source>reconstruction</source>
        <translation>重构</translation>
    </message>
    <message>
        <source>critic</source>
        <translation>判别器</translation>
    </message>
    <message>
        <source> s</source>
        <translation> s</translation>
    </message>
    <message>
        <source>Scores are averaged over this time before they are judged.</source>
        <translation>判断之前对分数作此时长的平均。</translation>
    </message>
    <message>
        <source>An alarm needs N of the last M windows above the threshold.</source>
        <translation>最近 M 个窗口中有 N 个超过阈值才报警。</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Windows needed for an alarm</source>
        <translation>报警所需的窗口数</translation>
    </message>
    <message>
        <source>Windows looked at for an alarm</source>
        <translation>报警所查看的窗口数</translation>
    </message>
    <message>
        <source>smooth</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>alarm at</source>
        <translation>报警条件</translation>
    </message>
    <message>
        <source>of</source>
        <translation>/</translation>
    </message>
    <message>
        <source>λ = %1</source>
        <translation>λ = %1</translation>
    </message>
    <message>
        <source>weight λ</source>
        <translation>权重 λ</translation>
    </message>
    <message>
        <source>smoothing</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>alarm rule</source>
        <translation>报警规则</translation>
    </message>
</context>
<context>
    <name>spall::ui::ScoreJobs</name>
    <message>
        <source>scoring %1</source>
        <translation>正在评分 %1</translation>
    </message>
    <message>
        <source>comparing methods</source>
        <translation>正在比较各方法</translation>
    </message>
</context>
<context>
    <name>spall::ui::ScorePlot</name>
    <message>
        <source>Score of each window</source>
        <translation>每个窗口的分数</translation>
    </message>
    <message>
        <source>Score of each window in standard deviations of healthy windows.
Drag the line to move the threshold; click a bar to go there.</source>
        <translation>每个窗口的分数，以健康窗口的标准差为单位。
拖动横线可移动阈值；点击竖条可前往该处。</translation>
    </message>
    <message>
        <source>window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>from, s</source>
        <translation>起点，s</translation>
    </message>
    <message>
        <source>to, s</source>
        <translation>终点，s</translation>
    </message>
    <message>
        <source>score, σ</source>
        <translation>分数，σ</translation>
    </message>
    <message>
        <source>alarm</source>
        <translation>报警</translation>
    </message>
</context>
<context>
    <name>spall::ui::SessionJobs</name>
    <message>
        <source>saving the session</source>
        <translation>正在保存会话</translation>
    </message>
    <message>
        <source>opening %1</source>
        <translation>正在打开 %1</translation>
    </message>
    <message>
        <source>looking for the recordings</source>
        <translation>正在查找记录</translation>
    </message>
    <message>
        <source>threshold of the session</source>
        <translation>会话的阈值</translation>
    </message>
</context>
<context>
    <name>spall::ui::SessionNotice</name>
    <message>
        <source>not where it was</source>
        <translation>不在原处</translation>
    </message>
    <message>
        <source>its content has changed</source>
        <translation>内容已改变</translation>
    </message>
    <message>
        <source>cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>copy of the session</source>
        <translation>会话的副本</translation>
    </message>
    <message>
        <source>a session without a name</source>
        <translation>一个未命名的会话</translation>
    </message>
    <message>
        <source>The last session was not saved</source>
        <translation>上次的会话没有保存</translation>
    </message>
    <message>
        <source>Spall ended without being closed</source>
        <translation>Spall 上次未正常关闭</translation>
    </message>
    <message>
        <source>A copy of %1 was kept on %2: recordings, labels, threshold, settings and model.</source>
        <translation>%1 的副本保存于 %2：含记录、标注、阈值、设置和模型。</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Throw it away</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a file, and why it is missing</comment>
        <translation>%1（%2）</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform>，另有 %n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of the session are missing</source>
        <translation>
            <numerusform>会话缺少 %n 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1. They stay part of the session until you say where they are.</source>
        <translation>%1。在您指明位置之前，它们仍属于此会话。</translation>
    </message>
    <message>
        <source>Find them…</source>
        <translation>查找…</translation>
    </message>
    <message>
        <source>A training was interrupted: once its recordings are open again, it goes on from the page Train.</source>
        <translation>有一次训练被中断：重新打开其记录后，可在“训练”页继续。</translation>
    </message>
</context>
<context>
    <name>spall::ui::SignalView</name>
    <message>
        <source>Whole recording</source>
        <translation>整段记录</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>Show the signal</source>
        <translation>显示信号</translation>
    </message>
    <message>
        <source>reconstruction</source>
        <translation>重构</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>Show the residual in a plot of its own</source>
        <translation>在单独的图中显示残差</translation>
    </message>
    <message>
        <source>tint</source>
        <translation>着色</translation>
    </message>
    <message>
        <source>Tint windows above the threshold by their score and mark alarms</source>
        <translation>按分数给超过阈值的窗口着色并标出报警</translation>
    </message>
    <message>
        <source>Signal and reconstruction</source>
        <translation>信号与重构</translation>
    </message>
    <message>
        <source>Residual</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>Score of each window</source>
        <translation>每个窗口的分数</translation>
    </message>
    <message>
        <source>σ of healthy</source>
        <translation>健康 σ</translation>
    </message>
    <message>
        <source>window %1 · %2 σ</source>
        <translation>窗口 %1 · %2 σ</translation>
    </message>
    <message>
        <source>Show what the model makes of the signal: the median of the windows that overlap</source>
        <translation>显示模型对信号的重构：重叠窗口的中位数</translation>
    </message>
    <message>
        <source>band</source>
        <translation>重构范围</translation>
    </message>
    <message>
        <source>Show the band of the reconstruction, from the lowest to the highest of the windows that overlap</source>
        <translation>显示重构的范围：重叠窗口的最低值到最高值</translation>
    </message>
    <message>
        <source> · Δ %1 s = %2</source>
        <translation> · Δ %1 s = %2</translation>
    </message>
</context>
<context>
    <name>spall::ui::SpectrogramPanel</name>
    <message>
        <source>%1 samples</source>
        <translation>%1 点</translation>
    </message>
    <message>
        <source>Segment length</source>
        <translation>分段长度</translation>
    </message>
    <message>
        <source>Longer segments tell frequencies apart better and times worse. Hann window.</source>
        <translation>分段越长，频率分辨越好，时间分辨越差。汉宁窗。</translation>
    </message>
    <message>
        <source>Hann</source>
        <translation>汉宁窗</translation>
    </message>
    <message>
        <source>The spectrogram of what is in view appears here.</source>
        <translation>当前视图的时频谱将显示在这里。</translation>
    </message>
</context>
<context>
    <name>spall::ui::SpectrogramPlot</name>
    <message>
        <source>Hz</source>
        <translation>Hz</translation>
    </message>
    <message>
        <source>Spectrogram</source>
        <translation>时频谱</translation>
    </message>
    <message>
        <source>%1 · %2 dB re 1 %3</source>
        <translation>%1 · %2 dB，参考 1 %3</translation>
    </message>
    <message>
        <source>time, s</source>
        <translation>时间，s</translation>
    </message>
    <message>
        <source>frequency, Hz</source>
        <translation>频率，Hz</translation>
    </message>
    <message>
        <source>power density, %1</source>
        <translation>功率谱密度，%1</translation>
    </message>
</context>
<context>
    <name>spall::ui::SpectrumPanel</name>
    <message>
        <source>dB</source>
        <translation>dB</translation>
    </message>
    <message>
        <source>Levels in decibel instead of linear</source>
        <translation>以分贝代替线性显示</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>阶次</translation>
    </message>
    <message>
        <source>Count frequencies in turns of the shaft; needs the shaft speed</source>
        <translation>以轴的转数计频率；需要轴转速</translation>
    </message>
    <message>
        <source>Power spectrum</source>
        <translation>功率谱</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 点</translation>
    </message>
    <message>
        <source>Segment length</source>
        <translation>分段长度</translation>
    </message>
    <message>
        <source>Segments of this length, half overlapping, each through a Hann window, are averaged (Welch). Longer: finer lines, fewer averages.</source>
        <translation>取此长度的分段，重叠一半，加汉宁窗后平均（Welch）。越长谱线越细，平均次数越少。</translation>
    </message>
    <message>
        <source>Hann, Welch</source>
        <translation>汉宁窗，Welch</translation>
    </message>
    <message>
        <source>The power spectrum of what is in view appears here.</source>
        <translation>当前视图的功率谱将显示在这里。</translation>
    </message>
    <message>
        <source>%1 of signal · %2 averages · %3 a bin</source>
        <translation>信号 %1 · %2 次平均 · 谱线间隔 %3</translation>
    </message>
</context>
<context>
    <name>spall::ui::SpectrumPlot</name>
    <message>
        <source>Hz</source>
        <translation>Hz</translation>
    </message>
    <message>
        <source>Spectrum</source>
        <translation>频谱</translation>
    </message>
    <message>
        <source>Cursor</source>
        <translation>光标</translation>
    </message>
    <message>
        <source>What the cursor reads. Delta: click a place, then the difference from it. Harmonics: multiples of where the pointer is; a click holds them. Sidebands: click the middle, the pointer sets their distance.</source>
        <translation>光标读数方式。差值：点击一处，读取与该处之差。谐波：指针位置的倍频，点击可固定。边带：点击中心，指针决定间隔。</translation>
    </message>
    <message>
        <source>frequency</source>
        <translation>频率</translation>
    </message>
    <message>
        <source>delta</source>
        <translation>差值</translation>
    </message>
    <message>
        <source>harmonics</source>
        <translation>谐波</translation>
    </message>
    <message>
        <source>sidebands</source>
        <translation>边带</translation>
    </message>
    <message>
        <source> Hz</source>
        <translation> Hz</translation>
    </message>
    <message>
        <source>dB re 1 %1</source>
        <translation>dB，参考 1 %1</translation>
    </message>
    <message>
        <source>orders</source>
        <translation>阶次</translation>
    </message>
    <message>
        <source> · order %1</source>
        <translation> · 阶次 %1</translation>
    </message>
    <message>
        <source>frequency, Hz</source>
        <translation>频率，Hz</translation>
    </message>
    <message>
        <source>level, %1</source>
        <translation>幅值，%1</translation>
    </message>
</context>
<context>
    <name>spall::ui::StatusLine</name>
    <message numerus="yes">
        <source>%n recordings</source>
        <translation>
            <numerusform>%n 条记录</numerusform>
        </translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>No model yet</source>
        <translation>还没有模型</translation>
    </message>
    <message>
        <source>Model %1 · seed %2 · %3 · trained on %4 (first 60 %)</source>
        <translation>模型 %1 · 种子 %2 · %3 · 训练自 %4（前 60 %）</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Give up what is being worked on</source>
        <translation>放弃正在进行的工作</translation>
    </message>
    <message>
        <source>Stop the work that goes on</source>
        <translation>停止正在进行的工作</translation>
    </message>
</context>
<context>
    <name>spall::ui::ThresholdControl</name>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>A window is an alarm when its score is above the threshold. The score counts standard deviations of healthy windows (σ).</source>
        <translation>分数超过阈值的窗口即为报警。分数以健康窗口的标准差（σ）计。</translation>
    </message>
    <message>
        <source>%1 σ</source>
        <translation>%1 σ</translation>
    </message>
    <message>
        <source>no threshold yet</source>
        <translation>还没有阈值</translation>
    </message>
    <message>
        <source>two thresholds</source>
        <translation>两个阈值</translation>
    </message>
    <message>
        <source>%1 – choose one threshold in the view Rec × critic to use this slider</source>
        <translation>%1；要使用此滑块，请在“重构 × 判别”视图中选择单一阈值</translation>
    </message>
</context>
<context>
    <name>spall::ui::ThresholdPanel</name>
    <message>
        <source>%1 · n = %2</source>
        <translation>%1 · n = %2</translation>
    </message>
    <message>
        <source>THRESHOLD</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>SCORE</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>BESIDE IT, AT THE SAME FALSE ALARMS</source>
        <translation>相同误报率下的其他方法</translation>
    </message>
    <message>
        <source>Recall of this model and of plain methods, each with its own threshold chosen for the same false-alarm rate on healthy windows.</source>
        <translation>本模型与简单方法的召回率，各自按健康窗口上相同的误报率选定阈值。</translation>
    </message>
    <message>
        <source>2 % false alarms</source>
        <translation>2 % 误报</translation>
    </message>
    <message>
        <source>The threshold that 2 % of unseen healthy windows are expected to exceed</source>
        <translation>预计有 2 % 未见过的健康窗口会超过的阈值</translation>
    </message>
    <message>
        <source>Best F1</source>
        <translation>最佳 F1</translation>
    </message>
    <message>
        <source>The threshold with the best F1 on the validation half of the labelled windows</source>
        <translation>在已标注窗口的验证一半上 F1 最高的阈值</translation>
    </message>
    <message>
        <source>Budget…</source>
        <translation>限额…</translation>
    </message>
    <message>
        <source>A threshold for so many false alarms in a time</source>
        <translation>按一段时间内允许的误报次数设定阈值</translation>
    </message>
    <message>
        <source>%1 of healthy windows</source>
        <translation>健康窗口的 %1</translation>
    </message>
    <message>
        <source>1 false alarm an hour</source>
        <translation>每小时 1 次误报</translation>
    </message>
    <message>
        <source>1 false alarm in a shift of 8 h</source>
        <translation>每 8 小时一班 1 次误报</translation>
    </message>
    <message>
        <source>1 false alarm a day</source>
        <translation>每天 1 次误报</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Harmonic mean of recall and precision, by window, with its 95 % interval</source>
        <translation>按窗口计算的召回率与精确率的调和平均，附 95 % 区间</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Share of faulty windows that are alarmed, with its 95 % interval; n counts the windows</source>
        <translation>故障窗口中报警的比例，附 95 % 区间；n 为窗口数</translation>
    </message>
    <message>
        <source>False-alarm rate</source>
        <translation>误报率</translation>
    </message>
    <message>
        <source>Share of unseen healthy windows that are alarmed, with its 95 % interval; n counts the windows</source>
        <translation>未见过的健康窗口中报警的比例，附 95 % 区间；n 为窗口数</translation>
    </message>
    <message>
        <source>False alarms</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>Runs of alarms in unseen healthy signal, an hour, with the 95 % interval; how many there were</source>
        <translation>未见过的健康信号中每小时的连续报警次数及其 95 % 区间；实际次数</translation>
    </message>
    <message>
        <source>Share of alarmed windows that are faulty; depends on how much faulty signal is open</source>
        <translation>报警窗口中确为故障的比例；取决于打开了多少故障信号</translation>
    </message>
    <message>
        <source>threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>threshold policy</source>
        <translation>阈值策略</translation>
    </message>
    <message>
        <source>needs a faulty recording</source>
        <translation>需要一条故障记录</translation>
    </message>
    <message>
        <source>needs a model</source>
        <translation>需要一个模型</translation>
    </message>
    <message>
        <source>no unseen healthy signal</source>
        <translation>没有未见过的健康信号</translation>
    </message>
    <message>
        <source>%1 – %2 · %3 in %4</source>
        <translation>%1 – %2 · %4 内 %3 次</translation>
    </message>
    <message>
        <source>%1 / h</source>
        <translation>%1 / h</translation>
    </message>
    <message>
        <source>Precision %1 (%2 · n = %3 alarmed)</source>
        <translation>精确率 %1（%2 · n = %3 个报警）</translation>
    </message>
    <message>
        <source>Precision: nothing to tell from yet</source>
        <translation>精确率：尚无依据</translation>
    </message>
    <message>
        <source>There is no model yet: train one to get scores.</source>
        <translation>还没有模型：训练一个才有分数。</translation>
    </message>
    <message>
        <source>Only false alarms can be judged so far. To learn what would be found, open a faulty recording or label a faulty stretch.</source>
        <translation>目前只能判断误报。要知道能检出什么，请打开一条故障记录或标注一段故障。</translation>
    </message>
    <message>
        <source>The comparison with the plain methods is being made.</source>
        <translation>正在与简单方法比较。</translation>
    </message>
    <message>
        <source>COUNTS</source>
        <translation>计数</translation>
    </message>
    <message>
        <source>no scores yet</source>
        <translation>尚无评分</translation>
    </message>
    <message>
        <source>Only false alarms can be judged so far: the faulty recordings have no scores yet.</source>
        <translation>目前只能判断误报：故障记录尚无评分。</translation>
    </message>
</context>
<context>
    <name>spall::ui::Tour</name>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Skip the tour</source>
        <translation>跳过导览</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>spall::ui::TrainJob</name>
    <message>
        <source>training</source>
        <translation>正在训练</translation>
    </message>
</context>
<context>
    <name>spall::ui::TrainPage</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>No model yet.</source>
        <translation>还没有模型。</translation>
    </message>
    <message>
        <source>Start the training: the curves above will move, and here stands what they mean.</source>
        <translation>开始训练后，上方曲线会动起来，其含义写在这里。</translation>
    </message>
    <message>
        <source>Start, pause or go on</source>
        <translation>开始、暂停或继续</translation>
    </message>
    <message>
        <source>Go to Recordings</source>
        <translation>前往“记录”</translation>
    </message>
</context>
<context>
    <name>spall::ui::TrainProgressCard</name>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
    <message>
        <source>Ready to train</source>
        <translation>可以训练</translation>
    </message>
    <message>
        <source>Nothing leaves this machine. You can go on working while it learns.</source>
        <translation>数据不会离开本机。学习期间您可以继续工作。</translation>
    </message>
    <message>
        <source>Preparing</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>step %1, %2 steps an epoch</source>
        <translation>第 %1 步，每轮 %2 步</translation>
    </message>
    <message>
        <source>best on held-back healthy windows at epoch %1: kept · %2</source>
        <translation>留出健康窗口上第 %1 轮最好，已保留 · %2</translation>
    </message>
    <message>
        <source>Epoch %1 of at most %2</source>
        <translation>第 %1 轮，最多 %2 轮</translation>
    </message>
    <message>
        <source>%1 gone · about %2 left with the calibration · %3 windows/s</source>
        <translation>已用 %1 · 连同校准约剩 %2 · %3 窗口/s</translation>
    </message>
    <message>
        <source>A training was interrupted</source>
        <translation>有一次训练被中断</translation>
    </message>
    <message>
        <source>Go on takes it up where it ended; Start over throws it away.</source>
        <translation>“继续”从中断处接着训练；“重新开始”将其丢弃。</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>正在暂停…</translation>
    </message>
    <message>
        <source>Paused in epoch %1</source>
        <translation>在第 %1 轮暂停</translation>
    </message>
    <message>
        <source>The whole state is kept; go on whenever you like.</source>
        <translation>全部状态已保留；可随时继续。</translation>
    </message>
    <message>
        <source>Calibrating on windows that the networks did not learn</source>
        <translation>正在用网络没有学过的窗口校准</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>约剩 %1</translation>
    </message>
    <message>
        <source>Each quarter is scored by networks that learned the other three: the threshold comes from what they make of it.</source>
        <translation>每四分之一由学过其余三份的网络评分：阈值由此得出。</translation>
    </message>
    <message>
        <source>Trained in %1</source>
        <translation>训练用时 %1</translation>
    </message>
    <message>
        <source>%1 windows/s · learned and calibrated on %2 separate windows: %3 at this overlap, %4 at a finer one</source>
        <translation>%1 窗口/s · 学习和校准用 %2 个互不重叠的窗口：按此重叠为 %3 个，更密时为 %4 个</translation>
    </message>
    <message>
        <source>preset %1 · seed %2 · %3 · encoder %4, generator %5, critic %6, latent critic %7 parameters</source>
        <translation>预设 %1 · 种子 %2 · %3 · 参数：编码器 %4，生成器 %5，判别器 %6，潜变量判别器 %7</translation>
    </message>
</context>
<context>
    <name>spall::ui::TrainSettingsCard</name>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Stop and keep</source>
        <translation>停止并保留</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>window length</source>
        <translation>窗口长度</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>time for the networks</source>
        <translation>网络训练时间</translation>
    </message>
    <message>
        <source>%1 (recommended)</source>
        <translation>%1（推荐）</translation>
    </message>
    <message>
        <source>as the preset says</source>
        <translation>按预设</translation>
    </message>
    <message>
        <source> at most</source>
        <translation> 轮以内</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>The networks, their losses and how they learn.</source>
        <translation>网络、损失函数及学习方式。</translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation>学习数据</translation>
    </message>
    <message>
        <source>The first 60 % of each healthy recording is learned from; the rest is never seen and serves to judge.</source>
        <translation>学习每条健康记录的前 60 %；其余部分从未见过，用于判断。</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>The piece of signal that gets one score.</source>
        <translation>得到一个分数的一段信号。</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>How often the networks go through the healthy part at most.</source>
        <translation>网络遍历健康部分的最多次数。</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>The number that the same training can be repeated from.</source>
        <translation>用于重复同一次训练的数字。</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>不限</translation>
    </message>
    <message>
        <source> min at most</source>
        <translation> 分钟以内</translation>
    </message>
    <message>
        <source>▸ More settings</source>
        <translation>▸ 更多设置</translation>
    </message>
    <message>
        <source>Overlap of neighbouring windows</source>
        <translation>相邻窗口的重叠</translation>
    </message>
    <message>
        <source>Time for the networks</source>
        <translation>网络训练时间</translation>
    </message>
    <message>
        <source>▾ More settings</source>
        <translation>▾ 更多设置</translation>
    </message>
    <message>
        <source>Ends the training now, keeps the best epoch so far and calibrates it. Possible once an epoch is done.</source>
        <translation>立即结束训练，保留目前最好的一轮并校准。至少完成一轮后可用。</translation>
    </message>
    <message>
        <source>Throws this training away and starts again with the settings above.</source>
        <translation>放弃此次训练，按上方设置重新开始。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>正在暂停…</translation>
    </message>
    <message>
        <source>Calibrating…</source>
        <translation>正在校准…</translation>
    </message>
    <message>
        <source>Train again</source>
        <translation>再次训练</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>%1, first 60 %</source>
        <translation>%1，前 60 %</translation>
    </message>
    <message numerus="yes">
        <source>%n healthy recordings, first 60 %</source>
        <translation>
            <numerusform>%n 条健康记录，前 60 %</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 samples · %2</source>
        <translation>%1 点 · %2</translation>
    </message>
    <message>
        <source>Go to Recordings</source>
        <translation>前往“记录”</translation>
    </message>
    <message>
        <source>no recording is marked healthy</source>
        <translation>没有标为健康的记录</translation>
    </message>
    <message>
        <source>to learn and calibrate, at %1: about %2 separate windows, %3 at this overlap</source>
        <translation>用于学习和校准，采样率 %1：约 %2 个互不重叠的窗口，按此重叠为 %3 个</translation>
    </message>
    <message>
        <source>The networks learn what healthy looks like: mark a recording as healthy.</source>
        <translation>网络学习健康的样子：请将一条记录标为健康。</translation>
    </message>
    <message>
        <source>No window fits into what is healthy: take shorter windows or a longer recording.</source>
        <translation>健康部分容不下一个窗口：请用更短的窗口或更长的记录。</translation>
    </message>
</context>
<context>
    <name>spall::ui::TrendPanel</name>
    <message>
        <source>RMS</source>
        <translation>均方根</translation>
    </message>
    <message>
        <source>peak</source>
        <translation>峰值</translation>
    </message>
    <message>
        <source>crest</source>
        <translation>峰值因子</translation>
    </message>
    <message>
        <source>kurtosis</source>
        <translation>峭度</translation>
    </message>
    <message>
        <source>score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>σ</source>
        <translation>σ</translation>
    </message>
    <message>
        <source>%1 blocks</source>
        <translation>%1 块</translation>
    </message>
    <message>
        <source>Number of blocks</source>
        <translation>分块数</translation>
    </message>
    <message>
        <source>The recording is cut into so many equal blocks; each is described by its RMS, peak, crest factor, kurtosis and highest score.</source>
        <translation>把记录等分为若干块；每块以均方根、峰值、峰值因子、峭度和最高分描述。</translation>
    </message>
    <message>
        <source>The trend of the recording appears here.</source>
        <translation>记录的趋势将显示在这里。</translation>
    </message>
    <message>
        <source>blocks of %1</source>
        <translation>每块 %1</translation>
    </message>
    <message>
        <source>%1, %2 after the first</source>
        <translation>%1，首个快照后 %2</translation>
    </message>
    <message>
        <source>by snapshot</source>
        <translation>按快照</translation>
    </message>
    <message>
        <source>%1 snapshots over %2</source>
        <translation>%1 个快照，历时 %2</translation>
    </message>
</context>
<context>
    <name>spall::ui::TrendPlot</name>
    <message>
        <source>Trend</source>
        <translation>趋势</translation>
    </message>
    <message>
        <source>first alarm %1</source>
        <translation>首次报警 %1</translation>
    </message>
    <message>
        <source>time, s</source>
        <translation>时间，s</translation>
    </message>
</context>
<context>
    <name>spall::ui::ViewActions</name>
    <message>
        <source>%1 % takes effect when Spall starts again.</source>
        <translation>%1 % 将在 Spall 下次启动时生效。</translation>
    </message>
</context>
<context>
    <name>spall::ui::ViewTitle</name>
    <message>
        <source>Back to the tabs</source>
        <translation>回到选项卡</translation>
    </message>
    <message>
        <source>Puts this view back among the others</source>
        <translation>把此视图放回其他视图之中</translation>
    </message>
</context>
<context>
    <name>spall::ui::WaveformPlot</name>
    <message>
        <source>Signal and reconstruction</source>
        <translation>信号与重构</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>信号</translation>
    </message>
    <message>
        <source>signal, %1</source>
        <translation>信号，%1</translation>
    </message>
    <message>
        <source>time, s</source>
        <translation>时间，s</translation>
    </message>
    <message>
        <source>residual</source>
        <translation>残差</translation>
    </message>
    <message>
        <source>residual, %1</source>
        <translation>残差，%1</translation>
    </message>
</context>
<context>
    <name>spall::ui::WhyPanel</name>
    <message>
        <source>Envelope spectrum of the flagged stretch</source>
        <translation>报警区段的包络谱</translation>
    </message>
    <message>
        <source>Click an alarm in the score plot or an event on the left.</source>
        <translation>请点击分数图中的报警或左侧的事件。</translation>
    </message>
    <message>
        <source>Nothing is scored yet: train a model, then click an alarm.</source>
        <translation>尚未评分：请先训练模型，再点击报警。</translation>
    </message>
    <message>
        <source>No window of this recording is an alarm. Click any bar of the score plot to see what stands behind its score.</source>
        <translation>此记录没有窗口报警。点击分数图中任意竖条，可查看其分数的由来。</translation>
    </message>
    <message>
        <source>Window %1 of %2, at %3</source>
        <translation>%2 的第 %1 个窗口，位于 %3</translation>
    </message>
    <message>
        <source>The stretch is too short for an envelope spectrum.</source>
        <translation>区段太短，无法计算包络谱。</translation>
    </message>
    <message>
        <source>green: healthy</source>
        <translation>绿色：健康</translation>
    </message>
    <message>
        <source>The reconstruction fired: %1.</source>
        <translation>由重构触发：%1。</translation>
    </message>
    <message>
        <source>The critic fired: %1.</source>
        <translation>由判别器触发：%1。</translation>
    </message>
    <message>
        <source>Both channels fired: %1.</source>
        <translation>两者同时触发：%1。</translation>
    </message>
    <message>
        <source>Not above the threshold by itself: %1.</source>
        <translation>单独未超过阈值：%1。</translation>
    </message>
    <message>
        <source>The residual is spread over the whole window.</source>
        <translation>残差分布在整个窗口内。</translation>
    </message>
    <message>
        <source>%1 of the residual energy lie in a quarter of the window, from %2 after its start.</source>
        <translation>残差能量的 %1 集中在窗口的四分之一内，起始于 %2 处。</translation>
    </message>
    <message>
        <source>Open a healthy recording to see at which frequencies the residual has grown.</source>
        <translation>打开一条健康记录，即可看到残差在哪些频率上增大。</translation>
    </message>
    <message>
        <source>In no band is the residual more than %1 dB above that of healthy windows.</source>
        <translation>没有任何频带的残差比健康窗口高出 %1 dB 以上。</translation>
    </message>
    <message>
        <source>The residual has grown most at %1 – %2: %3 dB above healthy.</source>
        <translation>残差在 %1 – %2 增大最多：比健康高 %3 dB。</translation>
    </message>
    <message>
        <source>In healthy signal the same lines explain %1.</source>
        <translation>在健康信号中，相同的谱线解释了 %1。</translation>
    </message>
    <message>
        <source>Envelope of %1 – %2, over %3 around the window.</source>
        <translation>窗口周围 %3 内，%1 – %2 频带的包络。</translation>
    </message>
    <message>
        <source>The %1 lines stand out: they explain %2 of the envelope&apos;s energy.</source>
        <translation>%1 谱线突出：它们解释了包络能量的 %2。</translation>
    </message>
    <message>
        <source>Nearest is the %1 family, but weakly: %2 of the envelope&apos;s energy, %3 of 5 lines. Too little to name a part.</source>
        <translation>最接近的是%1类谱线，但较弱：占包络能量的 %2，5 条谱线中有 %3 条。不足以指明部件。</translation>
    </message>
    <message>
        <source>No family of bearing lines stands out. Nearest is the %1 with %2 of the envelope&apos;s energy, no more than chance gives.</source>
        <translation>没有突出的轴承谱线。最接近的是%1，占包络能量的 %2，与偶然所得无异。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a recording, numbers of its windows</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Windows like it in %1</source>
        <translation>与之相似的窗口：%1</translation>
    </message>
    <message>
        <source>reconstruction %1 σ, critic %2 σ; %3</source>
        <translation>重构 %1 σ，判别 %2 σ；%3</translation>
    </message>
</context>
</TS>
