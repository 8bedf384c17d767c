// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/jobs/workbench.h"
#include "ui/theme/card.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace spall::ui {

/// What can be chosen about the report. Company, logo, language and paper are remembered; title,
/// machine and bearing are the document's.
class ReportChoicesCard : public Card {
    Q_OBJECT
public:
    explicit ReportChoicesCard(Workbench& bench, QWidget* parent = nullptr);

    [[nodiscard]] ReportWish wish() const;
    void setLogo(const QString& path); ///< empty: none

Q_SIGNALS:
    void changed();

private:
    void addField(const QString& name, QWidget* field, const QString& toolTip);
    void makeTexts();
    void makeLogo();
    void makeLists();
    void showNames();
    void showBearing();
    void setBearing();
    void chooseLogo();
    void remember();

    Workbench& m_bench;
    QLineEdit* m_title;
    QLineEdit* m_machine;
    QLineEdit* m_company;
    QPushButton* m_logo;
    QPushButton* m_noLogo;
    QComboBox* m_bearing;
    QComboBox* m_language;
    QComboBox* m_paper;
    QString m_logoPath;
};

} // namespace spall::ui
