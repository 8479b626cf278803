#include "widgets/announcer.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace swb::ui {

namespace {

QAccessibleInterface *makeAccessible(const QString &, QObject *object)
{
    auto *announcer = qobject_cast<Announcer *>(object);
    return announcer ? new QAccessibleWidget(announcer, QAccessible::Notification) : nullptr;
}

void installAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeAccessible);
        return true;
    }();
    Q_UNUSED(installed)
}

} // namespace

Announcer::Announcer(QWidget *parent)
    : QWidget(parent)
{
    installAccessibility();
    setFixedSize(1, 1);
    setFocusPolicy(Qt::NoFocus);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    m_pause.setSingleShot(true);
    m_pause.setInterval(1s);
    connect(&m_pause, &QTimer::timeout, this, &Announcer::speak);
}

void Announcer::announce(int news, std::function<QString(int)> sentence)
{
    if (!QAccessible::isActive() || news <= 0)
        return;
    m_news += news;
    m_sentence = std::move(sentence);
    if (!m_pause.isActive())
        speak();
}

void Announcer::speak()
{
    if (m_news == 0)
        return;
    setAccessibleName(m_sentence(std::exchange(m_news, 0)));
    QAccessibleEvent shown(this, QAccessible::ObjectShow);
    QAccessible::updateAccessibility(&shown);
    m_pause.start();
}

} // namespace swb::ui
