#include "clipping.h"
#include "pages/benchtree.h"
#include "windowfixture.h"

#include <QApplication>
#include <QDialog>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace swb;
using namespace swb::ui;

namespace {

QStringList cutAnywhere()
{
    QStringList cut;
    for (const QWidget *window : QApplication::topLevelWidgets())
        cut += window->isVisible() ? clipping::cutIn(window) : QStringList();
    return cut;
}

/// No text is cut, wherever a user goes, in either language and in one a third longer.
class tst_Clipping : public QObject, protected WindowFixture
{
    Q_OBJECT

private slots:
    void init() { openWindow(); }
    void cleanup();
    void nothingIsCut_data();
    void nothingIsCut();

private:
    void speak(const QString &language);
    void goTo(const QString &place);
    void press(const char *action);

    std::unique_ptr<LongerLanguage> m_longer;
};

void tst_Clipping::cleanup()
{
    if (m_longer)
        QCoreApplication::removeTranslator(m_longer.get());
    m_longer.reset();
    closeWindow();
}

void tst_Clipping::speak(const QString &language)
{
    if (language != u"longer"_s)
        return m_appearance->setLanguage(language);
    m_longer = std::make_unique<LongerLanguage>();
    QCoreApplication::installTranslator(m_longer.get());
}

void tst_Clipping::press(const char *action)
{
    find<QAction>(action)->trigger();
}

void tst_Clipping::goTo(const QString &place)
{
    if (place == u"start")
        return;
    if (place.startsWith(u"at once "))
        return press(qPrintable(place.mid(8)));
    if (place == u"new server") {
        press("newServerAction");
        find<QAbstractButton>("optionsButton")->setChecked(true);
        return;
    }
    if (place == u"new client") {
        press("newClientAction");
        find<QAbstractButton>("optionsButton")->setChecked(true);
        return;
    }
    bench::EndpointSpec spec;
    spec.port = 0;
    spec.behaviour.echo = true;
    m_window->start(spec);
    QTRY_VERIFY(find<QPushButton>("connectClientButton")->isVisible());
    if (place == u"server")
        return;
    find<QPushButton>("connectClientButton")->click();
    QTRY_VERIFY(find<QWidget>("composerText")->hasFocus());
    type(u"hello"_s);
    QTRY_COMPARE(logTexts().size(), 2);
    if (place.startsWith(u"after "))
        press(qPrintable(place.mid(6)));
}

void tst_Clipping::nothingIsCut_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("place");
    const QStringList places{u"start"_s, u"new server"_s, u"new client"_s, u"server"_s, u"connection"_s,
        u"at once preferencesAction"_s, u"at once commandPaletteAction"_s, u"at once stepByStepAction"_s,
        u"after aboutAction"_s, u"after shortcutsAction"_s, u"after exportAction"_s, u"after findAction"_s,
        u"after toggleFilterAction"_s, u"after annotateRowAction"_s, u"after showStreamAction"_s,
        u"after compareConnectionsAction"_s};
    for (const QString &language : {u"en"_s, u"zh_CN"_s, u"longer"_s}) {
        for (const QString &place : places)
            QTest::addRow("%s, %s", qPrintable(language), qPrintable(place)) << language << place;
    }
}

void tst_Clipping::nothingIsCut()
{
    QFETCH(QString, language);
    QFETCH(QString, place);
    speak(language);
    goTo(place);
    m_window->resize(1024, 720);
    QTRY_COMPARE(find<QMenu>("fileMenu")->title().contains(u'~'), language == u"longer");
    QTRY_VERIFY2(cutAnywhere().isEmpty(), qPrintable(u"\n"_s + cutAnywhere().join(u'\n')));
}

} // namespace

QTEST_MAIN(tst_Clipping)
#include "tst_clipping.moc"
