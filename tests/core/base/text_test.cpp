// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <QTest>

using namespace spall;

class TextTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreQuotedWhereTheyHaveToBe_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        QTest::newRow("plain") << "DE 1.mat"
                               << "DE 1.mat";
        QTest::newRow("empty") << ""
                               << "";
        QTest::newRow("comma") << "a,b"
                               << "\"a,b\"";
        QTest::newRow("quote") << "12\" pump"
                               << "\"12\"\" pump\"";
        QTest::newRow("line") << "a\nb"
                              << "\"a\nb\"";
        QTest::newRow("blank at an end") << "a "
                                         << "\"a \"";
    }

    void fieldsAreQuotedWhereTheyHaveToBe()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, field);
        QCOMPARE(QString::fromStdString(quoted(text.toStdString())), field);
    }

    void blanksAreTakenOffBothEnds()
    {
        QVERIFY(trimmed(" \t a b\r\n") == "a b");
        QVERIFY(trimmed("a") == "a");
        QVERIFY(trimmed(" \r\n").empty());
        QVERIFY(trimmed("").empty());
    }

    void digitsAreThoseOfTheAlphabet()
    {
        QVERIFY(isDigit('0') && isDigit('9'));
        QVERIFY(!isDigit('/') && !isDigit(':') && !isDigit('\xB2'));
    }
};

QTEST_GUILESS_MAIN(TextTest)
#include "text_test.moc"
