#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

namespace swb::ui {

/// Where files come together that are to be opened: dropped, recent, or named on the command line. Decides by
/// the name who opens one.
class FileOpener : public QObject
{
    Q_OBJECT

public:
    using Open = std::function<void(const QString &path)>;
    /// `recording` takes all that `workspace` does not; it says what is no recording.
    FileOpener(Open recording, Open workspace, QObject *parent = nullptr);

    void open(const QString &path);

private:
    Open m_recording;
    Open m_workspace;
};

} // namespace swb::ui
