#pragma once

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

/// A program for Python 3, written to a file and run.
class PythonScript
{
public:
    explicit PythonScript(const QString &program)
    {
        QFile file(m_folder.filePath(QStringLiteral("program.py")));
        if (file.open(QIODevice::WriteOnly))
            file.write(program.toUtf8());
        file.close();
        m_process.setProcessChannelMode(QProcess::MergedChannels);
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PYTHONIOENCODING"), QStringLiteral("utf-8"));
        m_process.setProcessEnvironment(environment);
        m_process.start(
            QStringLiteral("python3"), {QStringLiteral("-B"), QStringLiteral("-u"), file.fileName()});
    }
    ~PythonScript()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    /// The next line that it prints; the event loop runs meanwhile.
    QString line()
    {
        const bool came = QTest::qWaitFor([this] { return m_process.canReadLine() || isOver(); }, 10000);
        return came ? QString::fromUtf8(m_process.readLine()).trimmed() : QStringLiteral("nothing");
    }
    void say(const QByteArray &line) { m_process.write(line); } ///< to its standard input
    /// Everything that it prints until it ends.
    QString output()
    {
        const bool over = QTest::qWaitFor([this] { return isOver(); }, 20000);
        return over ? QString::fromUtf8(m_process.readAll()) : QStringLiteral("it does not end");
    }
    int exitCode() const { return m_process.exitCode(); }

private:
    bool isOver() const { return m_process.state() == QProcess::NotRunning; }

    QTemporaryDir m_folder;
    QProcess m_process;
};
