#include "app/sessionmarker.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr qsizetype mostBytes = 64 * 1024;
constexpr auto recordingKey = "recording"_L1;
constexpr auto restoredKey = "justRestored"_L1;

Wreck readWreck(int file)
{
    QByteArray json(mostBytes, Qt::Uninitialized);
    const ssize_t size = ::pread(file, json.data(), size_t(json.size()), 0);
    json.truncate(size < 0 ? 0 : size);
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    return {object.value(recordingKey).toString(), object.value(restoredKey).toBool()};
}

} // namespace

SessionMarker::SessionMarker(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return;
    lookAround(folder);
    place(folder);
}

SessionMarker::~SessionMarker()
{
    if (m_file)
        ::unlink(QFile::encodeName(m_path).constData());
}

void SessionMarker::lookAround(const QString &folder)
{
    const QDir dir(folder);
    for (const QString &name : dir.entryList({u"running-*.json"_s}, QDir::Files | QDir::NoSymLinks))
        examine(dir.filePath(name));
}

void SessionMarker::examine(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    UniqueDescriptor file(::open(name.constData(), O_RDWR | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW));
    if (!file)
        return;
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0) {
        m_alone = m_alone && errno != EWOULDBLOCK;
        return;
    }
    struct stat facts = {};
    if (::fstat(file.get(), &facts) != 0 || facts.st_nlink == 0)
        return; // another program has just taken it away, and has told its user
    m_wrecks.append(readWreck(file.get()));
    m_held.push_back({path, std::move(file)});
}

void SessionMarker::forgetWrecks()
{
    for (const Held &held : m_held)
        ::unlink(QFile::encodeName(held.path).constData());
    m_held.clear();
}

/// It gets its name once it is locked, so that nobody takes it for one of the dead in between.
void SessionMarker::place(const QString &folder)
{
    QByteArray name = QFile::encodeName(QDir(folder).filePath(u"running-XXXXXX"_s));
    UniqueDescriptor file(::mkostemp(name.data(), O_CLOEXEC));
    if (!file)
        return;
    const QByteArray whole = name + ".json";
    if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0
        || std::rename(name.constData(), whole.constData()) != 0) {
        ::unlink(name.constData());
        return;
    }
    m_file = std::move(file);
    m_path = QFile::decodeName(whole);
    write();
}

void SessionMarker::setRecording(const QString &path)
{
    if (m_state.recording == path)
        return;
    m_state.recording = path;
    write();
}

void SessionMarker::setJustRestored(bool justRestored)
{
    if (m_state.justRestored == justRestored)
        return;
    m_state.justRestored = justRestored;
    write();
}

/// In place: a new file under the name would not be the one that is locked. Half a line is no recording to
/// offer, and costs no more than the offer.
void SessionMarker::write()
{
    if (!m_file)
        return;
    const QJsonObject object{{recordingKey, m_state.recording}, {restoredKey, m_state.justRestored}};
    const QByteArray json = QJsonDocument(object).toJson();
    if (::pwrite(m_file.get(), json.constData(), size_t(json.size()), 0) == json.size()) [[maybe_unused]]
        const int cut = ::ftruncate(m_file.get(), json.size());
}

} // namespace swb::ui
