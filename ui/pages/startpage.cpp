#include "pages/startpage.h"

#include "pages/choicebutton.h"
#include "widgets/icons.h"
#include "widgets/theme.h"

#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

namespace {

constexpr int mostRecent = 3;

ChoiceButton *choice(const QString &name, QLatin1StringView icon, QVBoxLayout *layout)
{
    auto *button = new ChoiceButton(Icons::named(icon));
    button->setObjectName(name);
    layout->addWidget(button);
    return button;
}

/// A quieter choice: reads as a link does, and begins where the cards begin.
class Link : public QPushButton
{
public:
    Link()
    {
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
    }
    QSize sizeHint() const override { return {textRect().width() + 2, fontMetrics().height() + Space::One}; }
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        QFont underlined = font();
        underlined.setUnderline(underMouse() || hasFocus());
        painter.setFont(underlined);
        painter.setPen(palette().color(QPalette::Link));
        painter.drawText(rect().adjusted(1, 0, 0, 0), flags, text());
        if (hasFocus()) {
            painter.setPen(palette().color(QPalette::Highlight));
            painter.drawRect(rect().adjusted(0, 0, -1, -1));
        }
    }

private:
    static constexpr int flags = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic;
    QRect textRect() const { return fontMetrics().boundingRect({}, flags, text()); }
};

QPushButton *link(const QString &name, QVBoxLayout *layout)
{
    auto *button = new Link;
    button->setObjectName(name);
    layout->addWidget(button, 0, Qt::AlignLeft);
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
    m_title->setFont(titleFont(1.8));
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);

    auto *column = new QWidget;
    column->setMaximumWidth(520);
    auto *choices = new QVBoxLayout(column);
    choices->setSpacing(Space::One);
    choices->addWidget(m_title);
    choices->addWidget(m_subtitle);
    choices->addSpacing(Space::Three);
    m_server = choice(u"startServer"_s, "server"_L1, choices);
    m_client = choice(u"startClient"_s, "client"_L1, choices);
    m_open = choice(u"openRecording"_s, "open"_L1, choices);
    m_example = choice(u"startExample"_s, "start"_L1, choices);
    m_steps = choice(u"startSteps"_s, "steps"_L1, choices);
    m_custom = link(u"startCustomServer"_s, choices);
    for (int i = 0; i < mostRecent; ++i)
        m_recent.append(link(u"startRecent%1"_s.arg(i + 1), choices));

    auto *layout = new QVBoxLayout(this);
    layout->addStretch(2);
    auto *row = new QHBoxLayout; // as wide as there is room for, and no wider than a line that reads well
    row->addStretch(1);
    row->addWidget(column, 1000);
    row->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(3);
    setFocusProxy(m_server);

    connect(m_server, &QAbstractButton::clicked, this, &StartPage::serverRequested);
    connect(m_custom, &QAbstractButton::clicked, this, &StartPage::customServerRequested);
    connect(m_example, &QAbstractButton::clicked, this, &StartPage::exampleRequested);
    connect(m_steps, &QAbstractButton::clicked, this, &StartPage::stepsRequested);
    connect(m_client, &QAbstractButton::clicked, this, &StartPage::clientRequested);
    connect(m_open, &QAbstractButton::clicked, this, &StartPage::openRequested);
    for (int i = 0; i < mostRecent; ++i)
        connect(m_recent[i], &QAbstractButton::clicked, this,
            [this, i] { emit recentRequested(m_recentPaths[i]); });
    retranslate();
}

void StartPage::setRecentFiles(const QStringList &paths)
{
    m_recentPaths = paths.mid(0, mostRecent);
    showRecentFiles();
}

void StartPage::showRecentFiles()
{
    for (int i = 0; i < mostRecent; ++i) {
        QPushButton *button = m_recent[i];
        button->setVisible(i < m_recentPaths.size());
        if (i >= m_recentPaths.size()) {
            button->setAccessibleName(tr("Nothing was opened recently"));
            continue;
        }
        const QString name = QFileInfo(m_recentPaths[i]).fileName();
        button->setText(
            tr("Open %1").arg(fontMetrics().elidedText(name, Qt::ElideMiddle, 400)).replace(u'&', u"&&"_s));
        button->setToolTip(QDir::toNativeSeparators(m_recentPaths[i]));
        button->setAccessibleName(tr("Open %1").arg(name));
    }
}

void StartPage::retranslate()
{
    setAccessibleName(tr("Start"));
    m_title->setText(tr("What would you like to do?"));
    m_subtitle->setText(m_recorded ? tr("Every byte that passes is recorded.")
                                   : tr("Nothing is recorded, so there will be no log to read."));
    m_server->setTexts(
        tr("Start a TCP server"), tr("At once: 127.0.0.1, port 9090, UTF-8; it echoes what it hears"));
    m_custom->setText(tr("A server at another address, port or encoding…"));
    m_custom->setAccessibleName(tr("Start a server at another address, port or encoding"));
    m_example->setTexts(tr("Run an example…"), tr("A server and its client in conversation"));
    m_steps->setTexts(
        tr("Step by step"), tr("A server and a client by hand, one system call at a time"));
    m_client->setTexts(tr("Connect a TCP client"), tr("To a server, on this computer or elsewhere"));
    showRecentFiles();
    m_open->setTexts(tr("Open a recording"), tr("Read what was recorded earlier"));
}

void StartPage::setRecorded(bool recorded)
{
    if (m_recorded == recorded)
        return;
    m_recorded = recorded;
    retranslate();
}

void StartPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    if (event->type() == QEvent::FontChange)
        m_title->setFont(titleFont(1.8));
    QWidget::changeEvent(event);
}

} // namespace swb::ui
