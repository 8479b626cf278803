#include "pages/startpage.h"

#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QCommandLinkButton>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

QCommandLinkButton *choice(const QString &name, QLatin1StringView icon, QVBoxLayout *layout)
{
    auto *button = new QCommandLinkButton;
    button->setObjectName(name);
    button->setIcon(Icons::named(icon));
    button->setIconSize(QSize(32, 32));
    button->setMinimumHeight(72);
    button->setAutoDefault(true);
    layout->addWidget(button);
    return button;
}

} // namespace

StartPage::StartPage(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel)
    , m_subtitle(new QLabel)
{
    setObjectName(u"startPage"_s);
    m_title->setObjectName(u"startTitle"_s);
    m_subtitle->setObjectName(u"startSubtitle"_s);
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.8);
    m_title->setFont(large);
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);

    auto *column = new QWidget;
    column->setFixedWidth(480);
    auto *choices = new QVBoxLayout(column);
    choices->setSpacing(Space::One);
    choices->addWidget(m_title);
    choices->addWidget(m_subtitle);
    choices->addSpacing(Space::Three);
    m_server = choice(u"startServer"_s, "server"_L1, choices);
    m_custom = new QPushButton;
    m_custom->setObjectName(u"startCustomServer"_s);
    m_custom->setFlat(true);
    choices->addWidget(m_custom, 0, Qt::AlignLeft);
    m_client = choice(u"startClient"_s, "client"_L1, choices);
    m_open = choice(u"openRecording"_s, "open"_L1, choices);

    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(column, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    setFocusProxy(m_server);

    connect(m_server, &QAbstractButton::clicked, this, &StartPage::serverRequested);
    connect(m_custom, &QAbstractButton::clicked, this, &StartPage::customServerRequested);
    connect(m_client, &QAbstractButton::clicked, this, &StartPage::clientRequested);
    connect(m_open, &QAbstractButton::clicked, this, &StartPage::openRequested);
    retranslate();
}

void StartPage::retranslate()
{
    setAccessibleName(tr("Start"));
    m_title->setText(tr("What would you like to do?"));
    m_subtitle->setText(tr("Every byte that passes is recorded."));
    m_server->setText(tr("Start a TCP server"));
    m_server->setDescription(tr("At once: on 127.0.0.1, port 9090, in UTF-8; it echoes what it hears."));
    m_custom->setText(tr("Another address, port or encoding…"));
    m_client->setText(tr("Connect a TCP client"));
    m_client->setDescription(tr("Connect to a server, here or elsewhere."));
    m_open->setText(tr("Open a recording"));
    m_open->setDescription(tr("Read what an earlier session recorded."));
    for (QCommandLinkButton *button : {m_server, m_client, m_open}) {
        button->setAccessibleName(button->text());
        button->setAccessibleDescription(button->description());
    }
}

void StartPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace swb::ui
