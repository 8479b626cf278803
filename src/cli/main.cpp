#include "cli/arguments.h"
#include "cli/benchrun.h"
#include "cli/labrun.h"
#include "cli/liverun.h"
#include "cli/output.h"
#include "cli/recordings.h"
#include "cli/words.h"
#include "net/epolldispatcher.h"
#include "translations/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSocketNotifier>

#include <csignal>
#include <fcntl.h>
#include <sys/signalfd.h>
#include <unistd.h>

namespace {

using namespace swb::cli;

/// Where a standard stream is closed, the next descriptor to be opened would take its number, and a socket or
/// the recording would be read as stdin or written to as stdout.
void fillStandardDescriptors()
{
    int descriptor = 0;
    while (descriptor >= 0 && descriptor <= STDERR_FILENO)
        descriptor = ::open("/dev/null", O_RDWR);
    if (descriptor > STDERR_FILENO)
        ::close(descriptor);
}

/// SIGINT and SIGTERM as something to read in the event loop. Before any thread is started.
int signalDescriptor()
{
    sigset_t stopSignals;
    sigemptyset(&stopSignals);
    sigaddset(&stopSignals, SIGINT);
    sigaddset(&stopSignals, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &stopSignals, nullptr);
    // A closed stdout and a file at its size limit are errors to report, not a death without a record.
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    return signalfd(-1, &stopSignals, SFD_CLOEXEC | SFD_NONBLOCK);
}

template <class AnyRun>
int runLive(AnyRun &run, int stopSignals)
{
    QSocketNotifier onSignal(stopSignals, QSocketNotifier::Read);
    QObject::connect(&onSignal, &QSocketNotifier::activated, &run, [&] {
        signalfd_siginfo info;
        if (::read(stopSignals, &info, sizeof info) == sizeof info)
            run.stop();
    });
    QObject::connect(
        &run, &AnyRun::finished, QCoreApplication::instance(), &QCoreApplication::quit, Qt::QueuedConnection);
    if (run.start())
        QCoreApplication::exec();
    return run.exitCode();
}

int runPlan(const Plan &plan, int stopSignals)
{
    switch (plan.command) {
    case Plan::Command::Listen:
    case Plan::Command::Connect: {
        LiveRun run(plan);
        return runLive(run, stopSignals);
    }
    case Plan::Command::Run: {
        BenchRun run(plan);
        return runLive(run, stopSignals);
    }
    case Plan::Command::Show:
        return showRecording(plan);
    case Plan::Command::Check:
        return checkRecording(plan);
    case Plan::Command::Lab: {
        if (plan.labs.isEmpty())
            return listLabs(plan);
        LabRun run(plan);
        return runLive(run, stopSignals);
    }
    }
    Q_UNREACHABLE();
}

} // namespace

int main(int argc, char *argv[])
{
    fillStandardDescriptors();
    const int stopSignals = signalDescriptor();
    interruptWritesBy(stopSignals);
    QCoreApplication::setEventDispatcher(new swb::net::EpollDispatcher);
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("swb"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SWB_VERSION));
    swb::Language language;
    language.speak(QLocale::system());

    // What is no UTF-8 would go out, or name a file, as something else than was typed.
    for (int i = 1; i < argc; ++i) {
        if (QString::fromUtf8(argv[i]).toUtf8() != argv[i]) {
            complain(Words::tr("Argument %1 is not UTF-8 (%2); bytes go out with --send-hex or --send-file.")
                         .arg(QString::number(i), QString::fromUtf8(argv[i])));
            return 2;
        }
    }
    const auto read = readArguments(QCoreApplication::arguments().mid(1));
    int code = 0;
    if (const auto *misuse = std::get_if<Misuse>(&read)) {
        complain(misuse->message);
        code = 2;
    } else if (const auto *answer = std::get_if<Answer>(&read)) {
        writeAll(STDOUT_FILENO, answer->text.toUtf8());
    } else {
        code = runPlan(std::get<Plan>(read), stopSignals);
    }
    // A look-up of a name may still be under way on its thread; nobody waits for it.
    _exit(code);
}
