// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/sentences_table.h"

#include <array>

namespace spall::report {

namespace {

constexpr std::array kWhole{
    // titles of methods, which stand alone in tables
    Sentence{"Spall (this model)", "Spall（本模型）"},
    Sentence{"Spall, reconstruction", "Spall，重构"},
    Sentence{"Spall, critic", "Spall，判别器"},
    Sentence{"RMS", "有效值 RMS"},
    Sentence{"kurtosis", "峭度"},
    Sentence{"crest factor", "峰值因子"},
    Sentence{"Mahalanobis distance", "马氏距离"},
    Sentence{"AR(32) residual", "AR(32) 残差"},
    Sentence{"AR(512) residual", "AR(512) 残差"},
    Sentence{"PCA(100) residual", "主成分残差"},
    Sentence{"linear band evidence", "线性频带证据"},
    Sentence{"local outlier factor", "局部离群因子"},
    Sentence{"untrained copy", "未训练的副本"},
    Sentence{"random score", "随机评分"},
    // verdict of the comparison
    Sentence{"Without a faulty recording or label nothing can be said about recall.",
             "没有故障记录或标注，无法给出召回率。"},
    Sentence{"Without unseen healthy windows nothing can be said about false alarms.",
             "没有未见的健康窗口，无法给出误报率。"},
    Sentence{"The plain methods were not run beside it.", "未同时运行简单方法。"},
    Sentence{
        "These faults are found by the {} alone as well: they are too easy to tell the methods "
        "apart.",
        "单用 {} 也能检出这些故障：它们过于明显，无法区分方法优劣。"},
    Sentence{"Better than every plain method here; the best of them is the {} ({}).",
             "此处优于所有简单方法；其中最好的是 {}（{}）。"},
    Sentence{"Better here is the {} ({}): use it instead of the networks.",
             "此处 {} 更好（{}）：请用它代替网络。"},
    Sentence{"No better and no worse than the best plain method, the {} ({}).",
             "与最好的简单方法 {} 不相上下（{}）。"},
    Sentence{"{} area under the ROC curve, interval {} to {}",
             "ROC 曲线下面积差 {}，区间 {} 至 {}"},
    // limits
    Sentence{"One healthy recording, split by time: the false-alarm rate is for this bearing "
             "and this load only.",
             "只有一条健康记录，按时间划分：误报率仅适用于该轴承与该负载。"},
    Sentence{"The unseen healthy part holds about {} independent windows; at least 1000 are "
             "needed to show a false-alarm rate of 1 %.",
             "未见的健康部分约有 {} 个独立窗口；要显示 1 % 的误报率至少需要 1000 个。"},
    Sentence{"The sampling rate of at least one recording was guessed.",
             "至少一条记录的采样率为推测值。"},
    // threshold
    Sentence{"set by hand", "手动设定"},
    Sentence{"two thresholds, one for each channel", "两个阈值，每个通道一个"},
    Sentence{"{} % false alarms, quantile of {}", "误报率 {} %，取 {}的分位数"},
    Sentence{"{} % false alarms, extrapolated from {}", "误报率 {} %，由 {}外推"},
    Sentence{"{} false events an hour, {} from the tail of {} healthy windows over {} s",
             "每小时误报 {} 次，{}自 {} 个健康窗口（{} s）的尾部"},
    Sentence{"best F1 ({}) on {} healthy and {} faulty windows",
             "F1 最大（{}），取自 {} 个健康窗口与 {} 个故障窗口"},
    // training
    Sentence{"{} after {} epochs", "{}，共 {} 轮"},
    Sentence{"{} after one epoch", "{}，共 1 轮"},
    Sentence{"the one epoch is done", "唯一的一轮已完成"},
    Sentence{"the training went astray {} times, at last so: {}", "训练 {} 次偏离，最后一次：{}"},
    Sentence{"all {} epochs are done", "{} 轮全部完成"},
    Sentence{"the held-back error has not fallen for {} epochs", "留出误差已连续 {} 轮未下降"},
    Sentence{"Started anew, because {}.", "重新开始，因为{}。"},
    Sentence{"the checkpoint cannot be gone on from: {}", "无法从检查点继续：{}"},
    Sentence{"it belongs to another training", "它属于另一次训练"},
    Sentence{"its random numbers are not readable", "其随机数状态不可读"},
    Sentence{"the file is damaged", "文件已损坏"},
    Sentence{"this is not a Spall {} file", "这不是 Spall 的 {} 文件"},
    Sentence{"the {} is of version {}, this program knows up to {}",
             "该 {} 的版本为 {}，本程序最高支持 {}"},
    Sentence{"the file is of another version of Spall", "该文件属于另一版本的 Spall"},
    Sentence{"{}; went back to the end of epoch {} with {} % of the learning rates.",
             "{}；回到第 {} 轮末，学习率降至 {} %。"},
    Sentence{"{} for the {}rd time.", "{}，第 {} 次。"},
    Sentence{"A loss was no longer a number", "损失不再是有效数值"},
    Sentence{"The reconstruction error rose to {} times its best", "重构误差升至最佳值的 {} 倍"},
    Sentence{"A critic's values ran away", "判别器数值发散"},
    Sentence{"The critic has won: its slope stayed at {} where 1 is asked for, so that the "
             "generator cannot follow",
             "判别器占尽上风：其斜率停在 {}（应为 1），生成器无法跟上"},
    Sentence{"The critic has collapsed: it gives every window the same value",
             "判别器已失效：对每个窗口都给出同一数值"},
    // summaries of the presets
    Sentence{"Principal components with a learned correction of their whitened error, a patch "
             "Transformer critic beside it; trains in about a minute.",
             "主成分加上对其白化误差的学习修正，另配分块 Transformer 判别器；训练约一分钟。"},
    Sentence{"The published recipe with its Transformer critic over single samples, as it was "
             "described; hours on a processor.",
             "已发表的方法及其逐采样点的 Transformer 判别器，如原文所述；在处理器上需数小时。"},
    Sentence{"The published recipe with a convolutional critic: what its Transformer has to be "
             "compared with.",
             "已发表的方法，改用卷积判别器：用于与其 Transformer 对比。"},
    Sentence{"The original TadGAN: LSTM encoder and generator, convolutional critic; slow on long "
             "windows.",
             "原始 TadGAN：LSTM 编码器与生成器，卷积判别器；窗口较长时很慢。"},
    // critic
    Sentence{"With weight {} the critic raises the area under the ROC curve for synthetic "
             "impacts planted at {} dB from {} by at least {} in both halves of the trial.",
             "权重为 {} 时，对以 {} dB 植入的合成冲击，判别器使 ROC 曲线下面积从 {} 起在试验的"
             "两半中至少提高 {}。"},
    Sentence{"The critic adds nothing here (area under the ROC curve for synthetic impacts "
             "planted at {} dB: {} alone, against {} of the reconstruction), so it gets no "
             "weight.",
             "判别器在此没有贡献（以 {} dB 植入的合成冲击的 ROC 曲线下面积：单独 {}，重构 {}）"
             "，故权重为零。"},
    Sentence{"The healthy part that the networks never saw holds {} separate windows; a trial "
             "of the critic needs {}, so it gets no weight.",
             "网络从未见过的健康部分只有 {} 个互不重叠的窗口，而判别器试验需要 {} 个，故权重为"
             "零。"},
    // where a rate or a speed comes from
    Sentence{"{} turns per second", "{} 转每秒"},
    Sentence{"the file states {} = {}", "文件注明 {} = {}"},
    Sentence{"the file states it for '{}'", "文件为“{}”注明"},
    Sentence{"the file's header", "文件头"},
    Sentence{"the file name says so", "文件名如此注明"},
    Sentence{"{}, taken for kHz", "{}，视为 kHz"},
    Sentence{"{}, too fast for anything but a sampling rate", "{}，如此之快只能是采样率"},
    Sentence{"{} radians per second", "{} 弧度每秒"},
    Sentence{"{} rises by {} s a row", "{} 每行递增 {} s"},
    Sentence{"'{}' is a variable of CWRU record {}, published at {} kHz",
             "“{}”是 CWRU 记录 {} 的变量，公布的采样率为 {} kHz"},
    Sentence{"the layout is that of the {}, published at {} Hz",
             "排列与 {} 相同，公布的采样率为 {} Hz"},
    Sentence{"{} samples is the length of a CWRU normal record, published at 48 kHz",
             "{} 个采样点是 CWRU 正常记录的长度，公布的采样率为 48 kHz"},
    Sentence{"nothing in the file tells its rate; 12 kHz is assumed, so state the true one",
             "文件中没有采样率的线索；假定为 12 kHz，请注明真实值"},
    Sentence{"there {}; this contradicts a name: {}", "在该采样率下{}；但名称另有所指：{}"},
    Sentence{"there {}; {}", "在该采样率下{}；{}"},
    Sentence{"there {}", "在该采样率下{}"},
    Sentence{"stated behind '@'", "在“@”后注明"},
    Sentence{"stated for files without a rate", "为未注明采样率的文件指定"},
    Sentence{"stated by you", "由您注明"},
    Sentence{"resampled from {} Hz", "由 {} Hz 重采样"},
    Sentence{"chosen by you for files of this kind", "由您为此类文件选定"},
    Sentence{"simulated", "仿真"},
    // reading a file
    Sentence{"The samples were multiplied by {}, {}.", "采样值已乘以 {}，{}。"},
    Sentence{"Signals of another length or rate than '{}' ({} samples) were left out: {}.",
             "与“{}”（{} 个采样点）长度或采样率不同的信号未读入：{}。"},
    Sentence{"Left out because of missing or infinite values: {}.", "因缺失或无穷值未读入：{}。"},
    Sentence{"Left out of the run, as they hold other channels or cannot be read: {}.",
             "因通道不同或无法读取，未纳入该组：{}。"},
    Sentence{"Left out of the run, as they have another rate: {}.",
             "因采样率不同，未纳入该组：{}。"},
    Sentence{"Other files of the run gave {} more warnings.", "该组的其他文件另有 {} 条提示。"},
    Sentence{"In {}: {}", "{} 中：{}"},
    Sentence{"Left out, as a matrix with many rows and columns is no signal: {}.",
             "行列众多的矩阵不是信号，未读入：{}。"},
    Sentence{"Left out, as it cannot be read as a signal: {}.", "无法作为信号读取，未读入：{}。"},
    Sentence{"The header was never finished, as after a loss of power; the samples that are there "
             "were read.",
             "文件头未写完，疑似断电；已读入现有采样点。"},
    Sentence{"Files of the folder that are no part of the run ({}): {}.",
             "文件夹中不属于该组的文件（{} 个）：{}。"},
    Sentence{"When the snapshots were taken is not known; they are shown one directly behind the "
             "other.",
             "各快照的采集时间未知；按先后紧接显示。"},
    Sentence{"The file is named '{}' but holds columns of text, which were read.",
             "文件扩展名为“{}”，内容却是文本列；已按文本读入。"},
    Sentence{"The file ends in zeros, as after a copy that broke off; what stands before was "
             "read.",
             "文件以零结尾，疑似复制中断；已读入其前的内容。"},
    Sentence{"The file holds the signals of records {}; {} is used because {}.",
             "文件含有记录 {} 的信号；采用 {}，因为{}。"},
    Sentence{"'{}' is damaged in the file and was left out.", "文件中的“{}”已损坏，未读入。"},
    Sentence{"The file is damaged behind segment {}; what stands before was read.",
             "文件在第 {} 段之后已损坏；已读入其前的内容。"},
    Sentence{"The file ends before its last segment does; the samples that are there were "
             "read.",
             "文件在最后一段结束前中断；已读入现有采样点。"},
    Sentence{"The file is shorter than its header says; the samples that are there were read.",
             "文件比文件头所述更短；已读入现有采样点。"},
    Sentence{"'{}' ends after {} of {} values; those that are there were read.",
             "“{}”只有 {} 个值（应有 {} 个）；已读入现有的值。"},
    Sentence{"'{}' has a scale that is neither linear nor a polynomial: its values are those "
             "of the converter.",
             "“{}”的标度既非线性也非多项式：其值为转换器的原始值。"},
    Sentence{"The scale is unknown: samples are parts of full scale (-1 to 1), not g or m/s2.",
             "量程未知：采样值为满量程的比例（-1 至 1），而非 g 或 m/s2。"},
    Sentence{"The scale is unknown: samples are whole numbers of the converter, not g or m/s2.",
             "量程未知：采样值为转换器的整数，而非 g 或 m/s2。"},
    Sentence{"{} bytes at the end make no whole row of {} bytes: is the type right?",
             "末尾的 {} 个字节不足一行（{} 个字节）：类型是否正确？"},
    Sentence{"The first column rises evenly and was taken for a counter, not a signal.",
             "第一列均匀递增，视为计数而非信号。"},
    Sentence{
        "The times in {} are not even: {} of {} steps are longer than 1.5 times the usual "
        "{} s, the first leads to row {}.",
        "{} 中的时间不均匀：{} 步（共 {} 步）长于通常步长 {} s 的 1.5 倍，第一处通向第 {} 行。"},
    Sentence{"The times in {} are not even: their steps go from {} to {} s.",
             "{} 中的时间不均匀：步长在 {} 至 {} s 之间。"},
    Sentence{"The times in {} go back {} times, first at row {}: several recordings one after the "
             "other?",
             "{} 中的时间回退 {} 次，首次在第 {} 行：是否为多条记录前后相接？"},
    Sentence{"The times in {} do not rise from row to row and give no rate.",
             "{} 中的时间并非逐行递增，无法得出采样率。"},
    Sentence{"The times in {} have no unit; by their size they are {}.",
             "{} 中的时间没有单位；按其大小为{}。"},
    Sentence{"Column {} looks like times, but '{}' is of a form that cannot be read.",
             "第 {} 列像是时间，但“{}”的写法无法识别。"},
    Sentence{"'{}' was read as {}, not as {}: its mark parts thousands.",
             "“{}”读作 {}，而非 {}：其中的符号为千位分隔。"},
    Sentence{"The frequencies in {} rise evenly: this looks like a spectrum, not like a recording "
             "in time.",
             "{} 中的频率均匀递增：这像是频谱，而非时间记录。"},
    Sentence{"'{}' goes along frequencies: this looks like a spectrum, not like a recording in "
             "time.",
             "“{}”沿频率排列：这像是频谱，而非时间记录。"},
    Sentence{"The table ends before line {}, what follows was left out: {}.",
             "表格在第 {} 行之前结束，其后内容未读入：{}。"},
    Sentence{"The file disagrees with itself: {}, but {}.", "文件自相矛盾：{}，但{}。"},
    Sentence{"The shaft speed in '{}' varies from {} to {}; its mean {} is used.",
             "“{}”中的转速在 {} 至 {} 之间变化；采用平均值 {}。"},
    Sentence{"Line {} holds no numbers and was left out.", "第 {} 行没有数字，未读入。"},
    Sentence{"{} lines without numbers were left out, the first is line {}.",
             "{} 行没有数字，未读入，第一处为第 {} 行。"},
    Sentence{"The last line ({}) is incomplete and was left out: {}.",
             "最后一行（{}）不完整，未读入：{}。"},
    // doubts about a recording
    Sentence{"The sampling rate of {} Hz is a guess: {}.", "采样率 {} Hz 为推测值：{}。"},
    Sentence{"A sampling rate of {} Hz is unlikely for vibration: {}.",
             "对振动而言，采样率 {} Hz 不太可能：{}。"},
    Sentence{"The channels are named like statistics: this looks like a table of features, not "
             "like a recording.",
             "通道名称像统计量：这像是特征表，而非记录。"},
    Sentence{"{} channels of {} samples each: this looks like windows of a signal in rows, not "
             "like channels.",
             "{} 个通道各 {} 个采样点：这像是按行排列的信号窗口，而非通道。"},
    Sentence{"The record is short: {} samples, {} s.", "记录很短：{} 个采样点，{} s。"},
    Sentence{"'{}' looks clipped: {} samples sit at its largest or smallest value ({}, {}).",
             "“{}”疑似削波：{} 个采样点处于其最大或最小值（{}，{}）。"},
    Sentence{"'{}' is constant ({}): a sensor that is off, or no signal.",
             "“{}”恒为 {}：传感器未工作，或不是信号。"},
    Sentence{"'{}' stands still at {} for {} samples from sample {}: a gap in the recording?",
             "“{}”停在 {} 达 {} 个采样点（自第 {} 点起）：记录中断？"},
    Sentence{"'{}' and '{}' are the same signal.", "“{}”与“{}”是同一信号。"},
    Sentence{"'{}' is '{}' times {}: one sensor, two channels.",
             "“{}”等于“{}”乘以 {}：同一传感器的两个通道。"},
};

constexpr std::array kPieces{
    Sentence{"{} healthy windows, about {} of them independent", "{} 个健康窗口（约 {} 个独立）"},
    Sentence{"extrapolated", "外推"},
    Sentence{"estimated", "估计"},
    Sentence{"value", "值"},
    Sentence{"values", "值"},
    Sentence{"the time was up", "时间用尽"},
    Sentence{"stopped by the user", "用户停止"},
    Sentence{"column {}", "第 {} 列"},
    Sentence{"milliseconds since 1970", "自 1970 年起的毫秒数"},
    Sentence{"microseconds since 1970", "自 1970 年起的微秒数"},
    Sentence{"nanoseconds since 1970", "自 1970 年起的纳秒数"},
    Sentence{"days since 1900", "自 1900 年起的天数"},
    Sentence{"days since year 0", "自公元 0 年起的天数"},
    Sentence{"one column where the rows before have {}", "只有 1 列，而前面各行有 {} 列"},
    Sentence{"{} columns where the rows before have {}", "有 {} 列，而前面各行有 {} 列"},
    Sentence{"it comes first (name another with ::VARIABLE)",
             "它排在最前（可用 ::VARIABLE 指定另一个）"},
    Sentence{"its number stands in the file name", "文件名中有其编号"},
    Sentence{"{} (with {} Hz mains it would be {} Hz)", "{}（若电网为 {} Hz，则应为 {} Hz）"},
    Sentence{"the harmonics of {} rpm fall on lines of the spectrum", "{} rpm 的谐波落在谱线上"},
    Sentence{"lines of the spectrum fit a motor at {} rpm", "谱线与 {} rpm 的电机相符"},
    Sentence{"the hum of {} Hz mains stands at multiples of {} Hz",
             "{} Hz 电网的嗡声位于 {} Hz 的倍数处"},
    Sentence{"XJTU-SY run-to-failure set", "XJTU-SY 全寿命数据集"},
    Sentence{"IMS run-to-failure set", "IMS 全寿命数据集"},
    Sentence{"MaFaulDa set", "MaFaulDa 数据集"},
    Sentence{"Southeast University gearbox set", "东南大学齿轮箱数据集"},
    Sentence{"Ottawa varying-speed set", "渥太华变速数据集"},
    Sentence{"Ottawa UORED set", "渥太华 UORED 数据集"},
    Sentence{"MFPT fault set", "MFPT 故障数据集"},
    Sentence{"MFPT baseline set", "MFPT 基准数据集"},
    Sentence{"Jiangnan University set", "江南大学数据集"},
    Sentence{"{} (a MATLAB timetable: save {}.Variables and seconds({}.Time))",
             "{}（MATLAB timetable：请保存 {}.Variables 与 seconds({}.Time)）"},
    Sentence{"{} (a MATLAB table: save {}.Variables)", "{}（MATLAB table：请保存 {}.Variables）"},
    Sentence{"{} (a MATLAB timeseries: save {}.Data and {}.Time)",
             "{}（MATLAB timeseries：请保存 {}.Data 与 {}.Time）"},
    Sentence{"{} (a MATLAB string: save char({}))", "{}（MATLAB string：请保存 char({})）"},
    Sentence{"{} (a MATLAB object: save its numbers as a plain array)",
             "{}（MATLAB 对象：请将其中数值保存为普通数组）"},
    Sentence{"{} (a sparse array: save full({}))", "{}（稀疏矩阵：请保存 full({})）"},
    Sentence{"{} ({} dimensions: save one signal of it)", "{}（{} 维：请保存其中一个信号）"},
    Sentence{"{} (packed with the filter '{}', which is not here: save it with gzip)",
             "{}（以本机没有的过滤器“{}”压缩：请用 gzip 保存）"},
    Sentence{"{} (in another file)", "{}（在另一文件中）"},
    Sentence{"{} (complex)", "{}（复数）"},
    Sentence{"objects of Python, pickled: save them as float64",
             "Python 对象（pickle）：请保存为 float64"},
    Sentence{"numbers of more than 64 bits: save them as float64",
             "超过 64 位的数字：请保存为 float64"},
    Sentence{"complex numbers", "复数"},
    Sentence{"dates or durations", "日期或时长"},
    Sentence{"{} and {} more", "{} 以及另外 {} 个"},
    Sentence{"{} and {}", "{} 和 {}"},
};

} // namespace

std::span<const Sentence> wholeSentences()
{
    return kWhole;
}

std::span<const Sentence> sentencePieces()
{
    return kPieces;
}

} // namespace spall::report
