// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace spall::ui::print {

/// The PDF with the letters that a reader finds, not their doubles: Qt writes the first code point
/// of a glyph into the tables that text is searched and copied by, which for many Chinese glyphs is
/// a Kangxi radical (U+2F47 in place of U+65E5) and for a blank the tabulator. Same length.
[[nodiscard]] QByteArray withPlainText(QByteArray pdf);

} // namespace spall::ui::print
