// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/report.h"
#include "ui/print/paginator.h"
#include "ui/print/print_style.h"

#include <QColor>

#include <string>
#include <vector>

namespace spall::ui::print {

/// A piece of text as a block of its own.
[[nodiscard]] LaidBlock
textBlock(const std::string& text, TextRole role, QColor ink, double width, double spaceBefore);

void appendParagraph(std::vector<LaidBlock>& blocks,
                     const report::Paragraph& paragraph,
                     double width);

/// Title, plot and caption of a figure as one block.
void appendFigure(std::vector<LaidBlock>& blocks, const report::Figure& figure, double width);

/// Figures side by side under one title and above one caption.
void appendFigureRow(std::vector<LaidBlock>& blocks, const report::FigureRow& row, double width);

/// A section: its heading stays with what follows it.
void appendSection(std::vector<LaidBlock>& blocks, const report::Section& section, double width);

} // namespace spall::ui::print
