#include "widgets/bytesview.h"

#include "bench/sentences.h"
#include "codec/hexdump.h"
#include "journal/recording.h"
#include "models/searchmodel.h"
#include "widgets/bytefacts.h"
#include "widgets/eventbytes.h"
#include "widgets/hexpane.h"
#include "widgets/textpane.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

namespace swb::ui {

namespace {

/// More than this on the clipboard stops other programs, and this one while it is made.
constexpr qint64 MostCopied = 4 * 1024 * 1024;

} // namespace

BytesView::BytesView(QWidget *parent)
    : QWidget(parent)
    , m_selection(new ByteSelection(this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
    , m_text(new TextPane(m_selection, m_splitter))
    , m_hex(new HexPane(m_selection, m_splitter))
    , m_facts(new QLabel(this))
    , m_nothing(new QLabel(this))
{
    setObjectName(QStringLiteral("bytesView"));
    setFocusProxy(m_text);
    m_splitter->setObjectName(QStringLiteral("bytesSplitter"));
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1); // hex is as wide as sixteen bytes, text has the rest
    m_facts->setObjectName(QStringLiteral("byteFacts"));
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setContentsMargins(Space::One, Space::Half, Space::One, Space::Half);

    m_nothing->setObjectName(QStringLiteral("noBytes"));
    m_nothing->setTextFormat(Qt::PlainText);
    m_nothing->setWordWrap(true);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setMargin(Space::Two);
    m_nothing->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored);
    m_nothing->setAttribute(Qt::WA_TransparentForMouseEvents);

    auto *panes = new QGridLayout; // in one cell, one over the other
    panes->addWidget(m_splitter, 0, 0);
    panes->addWidget(m_nothing, 0, 0);
    m_nothing->raise();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(panes, 1);
    column->addWidget(m_facts);

    connect(m_selection, &ByteSelection::changed, this, &BytesView::showSelection);
    connect(m_text, &BytePane::copyRequested, this, &BytesView::copyAsText);
    connect(m_hex, &BytePane::copyRequested, this, &BytesView::copyAsHex);
    connect(m_text, &BytePane::menuRequested, this, &BytesView::openMenu);
    connect(m_hex, &BytePane::menuRequested, this, &BytesView::openMenu);
    readLook();
    clear();
}

BytesView::~BytesView() = default;

void BytesView::readLook()
{
    QPalette quiet = palette();
    quiet.setColor(QPalette::WindowText, Theme::of(palette()).faint);
    m_facts->setPalette(quiet);
    m_nothing->setPalette(quiet);
}

void BytesView::retranslate()
{
    setAccessibleName(tr("Bytes of the selected event"));
    m_text->setAccessibleName(tr("Bytes as text"));
    m_hex->setAccessibleName(tr("Bytes as hex"));
    m_facts->setAccessibleName(tr("Selected bytes"));
    m_nothing->setText(m_bytes ? tr("This event carries no bytes.") : tr("Select a row to see its bytes."));
    m_nothing->setVisible(!m_bytes || m_bytes->size() == 0);
    showSelection();
}

void BytesView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        readLook();
    else if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void BytesView::setEvent(
    std::shared_ptr<const journal::Recording> recording, EventSeq seq, const codec::Encoding &encoding)
{
    if (!recording)
        return clear();
    const journal::EventSummary summary = recording->summary(seq);
    m_connection = summary.connection;
    m_streamOffset = summary.streamOffset;
    showBytes(std::make_unique<EventBytes>(std::move(recording), seq, encoding));
}

void BytesView::setSearch(const SearchModel *search)
{
    for (BytePane *pane : {static_cast<BytePane *>(m_text), static_cast<BytePane *>(m_hex)}) {
        pane->setMatches([this, search](const ByteRange &range) { return matchesIn(*search, range); });
        connect(search, &SearchModel::changed, pane->viewport(), qOverload<>(&QWidget::update));
        connect(search, &SearchModel::currentChanged, pane->viewport(), qOverload<>(&QWidget::update));
    }
}

std::vector<ByteMatch> BytesView::matchesIn(const SearchModel &search, const ByteRange &range) const
{
    std::vector<ByteMatch> matches;
    if (!m_bytes)
        return matches;
    const EventKind direction = m_bytes->kind();
    const auto found = search.matchesIn(
        m_connection, direction, m_streamOffset + quint64(range.start), m_streamOffset + quint64(range.end));
    for (const MatchList::Span &span : found) {
        const qint64 start = qint64(span.offset) - qint64(m_streamOffset); // before 0: in the event before
        matches.push_back(
            {{start, start + qint64(span.length)}, search.isCurrent(m_connection, direction, span)});
    }
    return matches;
}

void BytesView::revealMatch(const journal::Match &match)
{
    const qint64 start = qint64(match.streamOffset) - qint64(m_streamOffset);
    const ByteRange range{std::max<qint64>(0, start), start + qint64(match.length)};
    m_text->reveal(range);
    m_hex->reveal(range);
}

void BytesView::clear()
{
    showBytes(nullptr);
}

void BytesView::showBytes(std::unique_ptr<EventBytes> bytes)
{
    m_selection->clear();
    m_text->setBytes(bytes.get());
    m_hex->setBytes(bytes.get());
    m_bytes = std::move(bytes);
    retranslate();
}

void BytesView::setEncoding(const codec::Encoding &encoding)
{
    if (!m_bytes)
        return;
    m_bytes->setEncoding(encoding);
    m_text->relayout();
    showSelection();
}

QSize BytesView::sizeHint() const
{
    return {80 * Space::One, 36 * Space::One};
}

const ByteRange &BytesView::selectedBytes() const
{
    return m_selection->range();
}

void BytesView::selectBytes(const ByteRange &range)
{
    m_selection->choose(range);
}

ByteRange BytesView::chosenBytes() const
{
    if (m_selection->range().isEmpty() && m_bytes)
        return {0, m_bytes->size()};
    return m_selection->range();
}

ByteRange BytesView::rangeToCopy() const
{
    const ByteRange range = chosenBytes();
    return {range.start, std::min(range.end, range.start + MostCopied)};
}

QString BytesView::selectedAsText() const
{
    return m_bytes ? m_bytes->plainText(rangeToCopy()) : QString();
}

QString BytesView::selectedAsHex() const
{
    return m_bytes ? codec::hexDigits(m_bytes->bytes(rangeToCopy())) : QString();
}

QString BytesView::selectedAsCArray() const
{
    return m_bytes ? codec::cArray(m_bytes->bytes(rangeToCopy())) : QString();
}

void BytesView::copyAsText()
{
    QApplication::clipboard()->setText(selectedAsText());
}

void BytesView::copyAsHex()
{
    QApplication::clipboard()->setText(selectedAsHex());
}

void BytesView::copyAsCArray()
{
    QApplication::clipboard()->setText(selectedAsCArray());
}

void BytesView::showSelection()
{
    const ByteRange &range = m_selection->range();
    if (!m_bytes || m_bytes->size() == 0)
        m_facts->clear();
    else if (range.isEmpty())
        m_facts->setText(eventFacts(m_bytes->kind(), m_bytes->size(), m_bytes->encoding().name()));
    else
        m_facts->setText(
            selectionFacts(range, m_bytes->bytes({range.start, std::min(range.end, range.start + 9)})));
    emit selectionChanged(range);
}

void BytesView::openMenu(const QPoint &globalPosition)
{
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("bytesMenu"));
    const bool isCut = chosenBytes().length() > MostCopied;
    const QString most = bench::Sentences::size(MostCopied);
    menu.addAction(isCut ? tr("Copy the first %1 as &text").arg(most) : tr("Copy as &text"), this,
        &BytesView::copyAsText);
    menu.addAction(
        isCut ? tr("Copy the first %1 as &hex").arg(most) : tr("Copy as &hex"), this, &BytesView::copyAsHex);
    menu.addAction(isCut ? tr("Copy the first %1 as a &C array").arg(most) : tr("Copy as a &C array"), this,
        &BytesView::copyAsCArray);
    const QList<QAction *> actions = menu.actions();
    for (QAction *action : actions)
        action->setEnabled(!chosenBytes().isEmpty());
    menu.exec(globalPosition);
}

} // namespace swb::ui
