#include "pages/startpage.h"

#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QCommandLinkButton>
#include <QEvent>
#include <QLabel>
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
    m_client = choice(u"startClient"_s, "client"_L1, choices);
    m_open = choice(u"openRecording"_s, "open"_L1, choices);

    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addWidget(column, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    setFocusProxy(m_server);

    connect(m_server, &QAbstractButton::clicked, this, &StartPage::serverRequested);
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
    m_server->setDescription(tr("Wait for others to connect to this computer."));
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
