#include "app/appearance.h"
#include "app/benchkeeper.h"
#include "app/commandline.h"
#include "app/examplebench.h"
#include "app/mainwindow.h"
#include "app/places.h"
#include "app/recordingdesk.h"
#include "app/terminationsignals.h"
#include "app/workspacedesk.h"
#include "bench/sentences.h"

#include <QApplication>
#include <QSettings>
#include <QTimer>

#include <chrono>
#include <csignal>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

void complain(const QString &text)
{
    std::fprintf(stderr, "socket-workbench: %s\n", qPrintable(text));
}

/// A quit amid a full disk is not to look like any other.
void sayWhatIsLost(const swb::bench::RecordingStatus &status)
{
    if (status.failure.isSet())
        complain(swb::ui::MainWindow::tr("%1 of the recording were not on disk at the end. %2")
                     .arg(swb::bench::Sentences::size(status.heldBytes),
                         swb::bench::Sentences::failure(status.failure)));
}

/// The picture is taken when everything that was asked for has been painted.
void takePicture(swb::ui::MainWindow *window, const QString &path)
{
    QTimer::singleShot(500ms, window, [window, path] {
        const bool saved = window->grab().save(path);
        if (!saved)
            complain(u"%1: the picture cannot be written"_s.arg(path));
        QCoreApplication::exit(saved ? 0 : 1);
    });
}

void runExample(swb::ui::MainWindow *window, const QString &screenshot)
{
    auto *example = new swb::ui::ExampleBench(&window->session(), window);
    QObject::connect(example, &swb::ui::ExampleBench::finished, window, [=](swb::ConnectionId shown) {
        window->selectConnection(shown);
        if (!screenshot.isEmpty())
            takePicture(window, screenshot);
    });
    QObject::connect(example, &swb::ui::ExampleBench::failed, window, [=](const swb::Failure &failure) {
        complain(swb::bench::Sentences::failure(failure));
        if (!screenshot.isEmpty())
            QCoreApplication::exit(1);
    });
    example->run();
}

} // namespace

int main(int argc, char **argv)
{
    // A file at its size limit is a full disk to report, not a death without a record.
    std::signal(SIGXFSZ, SIG_IGN);
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"socket-workbench"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SWB_VERSION));
    QGuiApplication::setDesktopFileName(u"io.github.socket_workbench.SocketWorkbench"_s);
    const auto places = swb::ui::Places::ofProgramIn(QCoreApplication::applicationDirPath());
    QSettings settings(places.settingsFile(), QSettings::IniFormat);
    swb::ui::Appearance appearance(&settings);

    QString mistake;
    const auto line = swb::ui::CommandLine::parse(QCoreApplication::arguments(), &mistake);
    if (!mistake.isEmpty()) {
        complain(mistake);
        return 2;
    }
    swb::ui::MainWindow window(places, &settings, &appearance);
    const swb::ui::TerminationSignals signals_([&window] {
        window.closeWithoutAsking();
        QCoreApplication::quit();
    });
    window.show();
    if (!line.makesBench())
        window.keeper().bringBack();
    if (!line.workspace.isEmpty())
        window.workspace().open(line.workspace);
    if (line.screenshot.isEmpty())
        window.keeper().offerWhatCrashed();
    for (const auto &spec : line.endpoints)
        window.start(spec);
    for (const QString &recording : line.recordings)
        window.recordings().open(recording);
    for (const swb::ui::Command command : line.commands)
        window.run(command);
    if (line.example)
        runExample(&window, line.screenshot);
    else if (!line.screenshot.isEmpty())
        takePicture(&window, line.screenshot);
    const int result = QApplication::exec();
    sayWhatIsLost(window.session().recording());
    return result;
}
