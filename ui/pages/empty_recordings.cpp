// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/empty_recordings.h"

#include "ui/theme/theme.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace spall::ui {

namespace {

constexpr int kChoiceWidth = 270;
constexpr int kChoiceHeight = 150;

QLabel* wrapped(const QString& text, const char* look, QWidget* parent)
{
    auto* label = new QLabel(text, parent);
    setLook(label, look);
    label->setWordWrap(true);
    // The button below gets the click.
    label->setAttribute(Qt::WA_TransparentForMouseEvents);
    return label;
}

void fillChoice(QWidget* frame, const QString& sign, const QString& title, const QString& text)
{
    auto* layout = new QVBoxLayout(frame);
    layout->setContentsMargins(18, 16, 18, 16);
    layout->addWidget(wrapped(sign, "number", frame));
    layout->addWidget(wrapped(title, "title", frame));
    layout->addWidget(wrapped(text, "muted", frame));
    layout->addStretch();
    frame->setFixedSize(kChoiceWidth, kChoiceHeight);
}

} // namespace

EmptyRecordings::EmptyRecordings(QWidget* parent) : QWidget(parent)
{
    auto* title = new QLabel(tr("Find the flake before the bearing fails"), this);
    setLook(title, "large");
    auto* text = new QLabel(tr("Spall learns what a healthy bearing sounds like and shows where a "
                               "recording departs from it."),
                            this);
    setLook(text, "muted");

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addStretch(2);
    layout->addWidget(title, 0, Qt::AlignHCenter);
    layout->addWidget(text, 0, Qt::AlignHCenter);
    layout->addSpacing(16);
    layout->addWidget(makeChoices(), 0, Qt::AlignHCenter);
    layout->addSpacing(24);
    layout->addWidget(makeSteps(), 0, Qt::AlignHCenter);
    layout->addStretch(3);
}

QWidget* EmptyRecordings::makeChoices()
{
    auto* choices = new QWidget(this);
    auto* layout = new QHBoxLayout(choices);
    layout->setSpacing(16);

    auto* open = new QPushButton(choices);
    setLook(open, "choice");
    open->setAccessibleName(tr("Open recordings"));
    fillChoice(open,
               QStringLiteral("+"),
               tr("Open recordings…"),
               tr("MAT, CSV, WAV, TDMS, UFF, NumPy and other vibration files. Start with at least "
                  "one recording of the healthy bearing."));
    connect(open, &QPushButton::clicked, this, &EmptyRecordings::openChosen);

    auto* drop = new QFrame(choices);
    drop->setObjectName(QStringLiteral("dropPlace"));
    setLook(drop, "drop");
    fillChoice(drop,
               QStringLiteral("↓"),
               tr("Drop files here"),
               tr("Anywhere on this window, at any time: recordings, models and label files."));

    auto* demo = new QPushButton(choices);
    setLook(demo, "choice");
    demo->setAccessibleName(tr("Try the demo"));
    fillChoice(
        demo,
        QStringLiteral("▷"),
        tr("Try the demo"),
        tr("A simulated bearing: healthy at first, then an outer-race fault that grows. No files "
           "needed."));
    connect(demo, &QPushButton::clicked, this, &EmptyRecordings::demoChosen);

    layout->addWidget(open);
    layout->addWidget(drop);
    layout->addWidget(demo);
    return choices;
}

QWidget* EmptyRecordings::makeSteps()
{
    struct Step {
        QString name;
        QString text;
    };
    const Step steps[] = {
        {tr("1 Recordings"), tr("Say which recordings are healthy; faulty ones are optional.")},
        {tr("2 Train"), tr("The networks learn the healthy part, in about a minute.")},
        {tr("3 Inspect"), tr("See what they cannot explain; set the alarm threshold.")},
        {tr("4 Report"), tr("Export what was found, with its uncertainty, as a PDF.")},
    };
    auto* widget = new QWidget(this);
    auto* grid = new QGridLayout(widget);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    int row = 0;
    for (const Step& step : steps) {
        auto* name = new QLabel(step.name, widget);
        setLook(name, "heading");
        auto* text = new QLabel(step.text, widget);
        setLook(text, "muted");
        grid->addWidget(name, row, 0);
        grid->addWidget(text, row, 1);
        ++row;
    }
    return widget;
}

} // namespace spall::ui
