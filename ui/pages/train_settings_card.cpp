// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/train_settings_card.h"

#include "ui/text/format.h"
#include "ui/text/messages.h"
#include "ui/theme/theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace spall::ui {

namespace {

constexpr int kCardWidth = 290;
constexpr double kLearnShare = 0.6;
constexpr int kWindowLengths[] = {512, 1024, 2048, 4096};
constexpr int kDefaultLength = 2048;
constexpr int kOverlaps[] = {1, 2, 4, 8}; // window length / step
constexpr int kDefaultOverlap = 4;

QString overlapText(int overlap)
{
    return overlap == 1 ? TrainSettingsCard::tr("none")
                        : TrainSettingsCard::tr("%1 %").arg(100.0 - 100.0 / overlap, 0, 'g', 3);
}

} // namespace

TrainSettingsCard::TrainSettingsCard(Workbench& bench, QWidget* parent)
    : Card(tr("Model"), parent),
      m_bench(bench),
      m_preset(new QComboBox(this)),
      m_summary(new QLabel(this)),
      m_learnFrom(new QLabel(this)),
      m_window(new QComboBox(this)),
      m_overlap(new QComboBox(this)),
      m_epochs(new QSpinBox(this)),
      m_seed(new QSpinBox(this)),
      m_minutes(new QSpinBox(this)),
      m_counts(new QLabel(this)),
      m_reason(new QLabel(this)),
      m_way(new QPushButton(tr("Go to Recordings"), this)),
      m_main(new QPushButton(this)),
      m_stop(new QPushButton(tr("Stop and keep"), this)),
      m_over(new QPushButton(tr("Start over"), this)),
      m_folded(new QWidget(this))
{
    setFixedWidth(kCardWidth);
    body()->setSpacing(4);
    makeFields();
    makeFolded();
    makeButtons();
    body()->addStretch();
    connect(&m_bench.document, &Document::recordingsChanged, this, &TrainSettingsCard::refresh);
    connect(&m_bench.training, &TrainJob::stateChanged, this, &TrainSettingsCard::refresh);
    connect(&m_bench.training, &TrainJob::stepped, this, [this] {
        m_stop->setEnabled(m_bench.training.canKeep());
    });
    connect(
        &m_bench.document, &Document::trainSettingsChanged, this, &TrainSettingsCard::showSettings);
    showSettings();
    connectFields();
    refresh();
}

void TrainSettingsCard::connectFields()
{
    const auto store = [this](const QString& what) {
        if (!m_isShowing) {
            m_bench.document.setTrainSettings(settings(), what);
        }
    };
    const auto storeAtOnce = [this, store](QComboBox* box, const QString& what) {
        connect(box, &QComboBox::currentIndexChanged, this, [this, store, what] {
            store(what);
            m_bench.document.endGesture();
        });
    };
    storeAtOnce(m_preset, tr("preset"));
    storeAtOnce(m_window, tr("window length"));
    storeAtOnce(m_overlap, tr("overlap"));
    const auto storeTyped = [this, store](QSpinBox* box, const QString& what) {
        connect(box, &QSpinBox::valueChanged, this, [store, what] { store(what); });
        connect(box, &QSpinBox::editingFinished, &m_bench.document, &Document::endGesture);
    };
    storeTyped(m_epochs, tr("epochs"));
    storeTyped(m_seed, tr("seed"));
    storeTyped(m_minutes, tr("time for the networks"));
}

void TrainSettingsCard::showSettings()
{
    const pipeline::TrainSettings& settings = m_bench.document.trainSettings();
    m_isShowing = true;
    const auto choose = [](QComboBox& box, const QString& text, const QVariant& value) {
        if (box.findData(value) < 0) {
            box.addItem(text, value); // of another program or a file of its own
        }
        box.setCurrentIndex(box.findData(value));
    };
    const QString preset = QString::fromStdString(settings.preset);
    choose(*m_preset, preset, preset);
    choose(*m_window, {}, static_cast<int>(settings.window.length));
    const auto overlap = static_cast<int>(settings.window.length / settings.window.step);
    choose(*m_overlap, overlapText(overlap), overlap);
    m_epochs->setValue(settings.epochs);
    m_seed->setValue(static_cast<int>(
        std::min<std::uint64_t>(settings.seed.value, std::numeric_limits<int>::max())));
    m_minutes->setValue(settings.maxSeconds ? qRound(settings.maxSeconds->value / 60.0) : 0);
    m_isShowing = false;
    refresh();
}

void TrainSettingsCard::addField(const QString& name, QWidget* field, const QString& toolTip)
{
    auto* label = new QLabel(name, this);
    setLook(label, "muted");
    label->setBuddy(field);
    label->setToolTip(toolTip);
    field->setToolTip(toolTip);
    field->setAccessibleName(name);
    body()->addSpacing(6);
    body()->addWidget(label);
    body()->addWidget(field);
}

void TrainSettingsCard::makeFields()
{
    for (const std::string& name : nn::presetNames()) {
        m_preset->addItem(QString::fromStdString(name), QString::fromStdString(name));
    }
    if (m_preset->count() > 0) {
        m_preset->setItemText(0, tr("%1 (recommended)").arg(m_preset->itemText(0)));
    }
    for (const int length : kWindowLengths) {
        m_window->addItem(QString(), length);
    }
    m_window->setCurrentIndex(m_window->findData(kDefaultLength));
    m_summary->setWordWrap(true);
    m_learnFrom->setWordWrap(true);
    m_counts->setWordWrap(true);
    setLook(m_summary, "muted");
    setLook(m_counts, "muted");
    m_epochs->setRange(0, 10000);
    m_epochs->setSpecialValueText(tr("as the preset says"));
    m_epochs->setSuffix(tr(" at most"));
    m_seed->setRange(0, std::numeric_limits<int>::max());
    m_seed->setValue(1);

    addField(tr("Preset"), m_preset, tr("The networks, their losses and how they learn."));
    body()->addWidget(m_summary);
    addField(
        tr("Learn from"),
        m_learnFrom,
        tr("The first 60 % of each healthy recording is learned from; the rest is never seen and "
           "serves to judge."));
    addField(tr("Window"), m_window, tr("The piece of signal that gets one score."));
    addField(
        tr("Epochs"), m_epochs, tr("How often the networks go through the healthy part at most."));
    addField(tr("Seed"), m_seed, tr("The number that the same training can be repeated from."));
    body()->addSpacing(4);
    body()->addWidget(m_counts);
}

void TrainSettingsCard::makeFolded()
{
    for (const int overlap : kOverlaps) {
        m_overlap->addItem(overlapText(overlap), overlap);
    }
    m_overlap->setCurrentIndex(m_overlap->findData(kDefaultOverlap));
    m_minutes->setRange(0, 24 * 60);
    m_minutes->setSpecialValueText(tr("no limit"));
    m_minutes->setSuffix(tr(" min at most"));

    auto* fold = new QPushButton(tr("▸ More settings"), this);
    setLook(fold, "link");
    fold->setCheckable(true);
    fold->setFocusPolicy(Qt::TabFocus);
    body()->addWidget(fold);
    auto* layout = new QVBoxLayout(m_folded);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    const auto add = [&](const QString& name, QWidget* field) {
        auto* label = new QLabel(name, m_folded);
        setLook(label, "muted");
        field->setAccessibleName(name);
        layout->addWidget(label);
        layout->addWidget(field);
    };
    add(tr("Overlap of neighbouring windows"), m_overlap);
    add(tr("Time for the networks"), m_minutes);
    m_folded->hide();
    body()->addWidget(m_folded);
    connect(fold, &QPushButton::toggled, this, [this, fold](bool open) {
        m_folded->setVisible(open);
        fold->setText(open ? tr("▾ More settings") : tr("▸ More settings"));
    });
}

void TrainSettingsCard::makeButtons()
{
    setLook(m_main, "primary");
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_stop);
    row->addWidget(m_over);
    setLook(m_reason, "alarm");
    m_reason->setWordWrap(true);
    setLook(m_way, "link");
    body()->addSpacing(10);
    body()->addWidget(m_reason);
    body()->addWidget(m_way);
    body()->addWidget(m_main);
    body()->addLayout(row);
    // A click leaves the focus alone, so that the space bar goes on driving the training.
    for (QPushButton* button : {m_way, m_main, m_stop, m_over}) {
        button->setFocusPolicy(Qt::TabFocus);
    }
    connect(m_way, &QPushButton::clicked, this, &TrainSettingsCard::recordingsRequested);
    m_stop->setToolTip(tr("Ends the training now, keeps the best epoch so far and calibrates it. "
                          "Possible once an epoch is done."));
    m_over->setToolTip(tr("Throws this training away and starts again with the settings above."));
    connect(m_main, &QPushButton::clicked, this, &TrainSettingsCard::toggle);
    connect(m_stop, &QPushButton::clicked, &m_bench.training, &TrainJob::stopAndKeep);
    connect(m_over, &QPushButton::clicked, this, &TrainSettingsCard::startOver);
}

pipeline::TrainSettings TrainSettingsCard::settings() const
{
    pipeline::TrainSettings settings = m_bench.document.trainSettings();
    settings.preset = m_preset->currentData().toString().toStdString();
    settings.window.length = m_window->currentData().toInt();
    settings.window.step = settings.window.length / m_overlap->currentData().toInt();
    settings.epochs = m_epochs->value();
    settings.seed = Seed{static_cast<std::uint64_t>(m_seed->value())};
    settings.maxSeconds.reset();
    if (m_minutes->value() > 0) {
        settings.maxSeconds = Seconds{60.0 * m_minutes->value()};
    }
    return settings;
}

void TrainSettingsCard::toggle()
{
    if (!m_main->isEnabled()) {
        return;
    }
    switch (m_bench.training.state()) {
    case TrainJob::State::Running:
        m_bench.training.pause();
        break;
    case TrainJob::State::Paused:
        m_bench.training.resume();
        break;
    case TrainJob::State::Idle:
    case TrainJob::State::Done:
        m_bench.training.start(settings());
        break;
    case TrainJob::State::Pausing:
    case TrainJob::State::Finishing:
        break;
    }
}

void TrainSettingsCard::startOver()
{
    m_bench.training.discard();
    m_bench.training.start(settings());
}

void TrainSettingsCard::refresh()
{
    using State = TrainJob::State;
    const State state = m_bench.training.state();
    const bool isOpen = state == State::Idle || state == State::Done;
    // One that an earlier program left may be thrown away for one with other settings.
    const bool isLeft = state == State::Paused && m_bench.training.steps().empty();
    for (QWidget* field : std::initializer_list<QWidget*>{
             m_preset, m_window, m_overlap, m_epochs, m_seed, m_minutes}) {
        field->setEnabled(isOpen || isLeft);
    }
    m_main->setText(state == State::Running     ? tr("Pause")
                    : state == State::Paused    ? tr("Go on")
                    : state == State::Pausing   ? tr("Pausing…")
                    : state == State::Finishing ? tr("Calibrating…")
                    : state == State::Done      ? tr("Train again")
                                                : tr("Start"));
    m_main->setEnabled(state != State::Pausing && state != State::Finishing);
    m_stop->setEnabled(m_bench.training.canKeep());
    m_over->setEnabled(!isOpen && state != State::Pausing);
    showSummary();
    showCounts();
}

void TrainSettingsCard::showSummary()
{
    const std::string preset = m_preset->currentData().toString().toStdString();
    m_summary->setText(saidText(nn::presetSummary(preset)));
}

void TrainSettingsCard::showCounts()
{
    const auto inputs = m_bench.document.inputs();
    const Hertz rate = pipeline::proposedRate(inputs);
    const pipeline::TrainSettings wanted = settings();
    const SampleCount length = wanted.window.length;
    std::int64_t windows = 0;
    std::int64_t separate = 0;
    int healthy = 0;
    QString name;
    for (const Entry& entry : m_bench.document.entries()) {
        if (entry.input.role != pipeline::Role::Healthy) {
            continue;
        }
        ++healthy;
        name = entry.name;
        const signal::Recording& recording = *entry.input.recording;
        const double samples = kLearnShare * static_cast<double>(recording.sampleCount()) *
                               rate.value / recording.rate.value.value;
        const auto count = static_cast<std::int64_t>(samples) - length;
        windows += count < 0 ? 0 : count / wanted.window.step + 1;
        separate += static_cast<std::int64_t>(samples) / length;
    }
    m_learnFrom->setText(healthy == 0 ? tr("no recording is marked healthy")
                         : healthy == 1
                             ? tr("%1, first 60 %").arg(name)
                             : tr("%n healthy recordings, first 60 %", nullptr, healthy));
    m_counts->setVisible(windows > 0);
    m_counts->setText(
        tr("to learn and calibrate, at %1: about %2 separate windows, %3 at this overlap")
            .arg(frequencyText(rate), countText(separate), countText(windows)));
    for (int i = 0; i < m_window->count(); ++i) {
        const int samples = m_window->itemData(i).toInt();
        m_window->setItemText(
            i,
            tr("%1 samples · %2").arg(countText(samples), durationText(duration(samples, rate))));
    }
    showReason(healthy, windows);
}

/// A training that cannot begin is not offered; what is missing stands beside the button.
void TrainSettingsCard::showReason(int healthy, std::int64_t windows)
{
    using State = TrainJob::State;
    const State state = m_bench.training.state();
    const bool isMissing = windows == 0 && (state == State::Idle || state == State::Done);
    m_over->setEnabled(m_over->isEnabled() && windows > 0);
    m_reason->setVisible(isMissing);
    m_way->setVisible(isMissing);
    if (isMissing) {
        m_reason->setText(
            healthy == 0
                ? tr("The networks learn what healthy looks like: mark a recording as healthy.")
                : tr("No window fits into what is healthy: take shorter windows or a longer "
                     "recording."));
        m_main->setEnabled(false);
    }
}

} // namespace spall::ui
