#pragma once

#include <QProcess>
#include <QTest>

/// Python 3 at its prompt (tests/peers/prompt.py): the other end as one who learns would type it, and which
/// blocks as theirs does.
class PythonPrompt
{
public:
    explicit PythonPrompt(const QString &script)
    {
        m_python.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_python.start(QStringLiteral("python3"), {QStringLiteral("-B"), script});
    }
    ~PythonPrompt()
    {
        m_python.closeWriteChannel();
        m_python.waitForFinished();
    }

    void type(const QString &statement) { m_python.write(statement.toUtf8() + '\n'); }
    bool hasAnswered() { return m_python.canReadLine(); }
    QString answer() { return QString::fromUtf8(m_python.readLine()).trimmed(); }
    /// What it answers; the event loop runs meanwhile.
    QString ask(const QString &statement)
    {
        type(statement);
        return QTest::qWaitFor([this] { return hasAnswered(); }) ? answer() : QStringLiteral("no answer");
    }

private:
    QProcess m_python;
};
