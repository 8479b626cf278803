#pragma once

#include "app/appearance.h"
#include "app/mainwindow.h"
#include "app/recordingdesk.h"
#include "models/logmodel.h"
#include "widgets/logview.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// The whole window over the real engine, with a home of its own, in English. Widgets are found by object
/// name.
class WindowFixture
{
protected:
    void openWindow()
    {
        using namespace Qt::StringLiterals;
        m_home = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_home->filePath(u"settings.ini"_s), QSettings::IniFormat);
        m_settings->setValue(u"appearance/language"_s, u"en"_s);
        m_appearance = std::make_unique<swb::ui::Appearance>(m_settings.get());
        makeWindow(swb::ui::Places::in(m_home->path()));
    }
    void makeWindow(const swb::ui::Places &places)
    {
        m_window.reset();
        m_window = std::make_unique<swb::ui::MainWindow>(places, m_settings.get(), m_appearance.get());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void closeWindow()
    {
        m_window.reset();
        m_appearance.reset();
        m_settings.reset();
        m_home.reset();
    }

    template <class T>
    T *find(const char *name) const
    {
        T *found = m_window->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("there is no %s", name);
        return found;
    }
    swb::ui::BenchModel &bench() const { return *m_window->session().bench(); }

    /// Into the composer, and Enter.
    void type(const QString &text) const
    {
        auto *box = find<QWidget>("composerText");
        QTRY_VERIFY(box->isEnabled());
        for (const QChar c : text) // QTest's keyClicks() goes through Latin-1
            QTest::sendKeyEvent(QTest::Click, box, Qt::Key_unknown, QString(c), Qt::NoModifier);
        QTest::keyClick(box, Qt::Key_Return);
    }
    /// The rows of the log that have bytes, as they are read.
    QStringList logTexts() const
    {
        const swb::ui::LogModel *log = find<swb::ui::LogView>("logView")->model();
        QStringList texts;
        for (int row = 0; row < log->rowCount(); ++row) {
            if (log->carriesBytes(row))
                texts.append(log->row(row).text.text);
        }
        return texts;
    }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<swb::ui::Appearance> m_appearance;
    std::unique_ptr<swb::ui::MainWindow> m_window;
};
