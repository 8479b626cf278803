#include "pages/exportdialog.h"

#include "widgets/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFontMetrics>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace swb::ui {

using lens::ExportFormat;
using lens::ExportSide;

namespace {

constexpr ExportFormat formats[] = {ExportFormat::Text, ExportFormat::Csv, ExportFormat::JsonLines,
    ExportFormat::HexDump, ExportFormat::Raw, ExportFormat::CArray, ExportFormat::Pcapng};
constexpr int PreviewLines = 9;
constexpr int PreviewColumns = 78; // a line of a dump

QString explanation(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Text:
        return ExportDialog::tr("The rows as the log shows them, columns apart by tabs. Nothing is cut.");
    case ExportFormat::Csv:
        return ExportDialog::tr("For spreadsheets and scripts. A text that would run as a formula gets an "
                                "apostrophe in front.");
    case ExportFormat::JsonLines:
        return ExportDialog::tr("One JSON object a line, the same as “swb show --json” prints.");
    case ExportFormat::HexDump:
        return ExportDialog::tr("A heading and a dump for each row with bytes; Wireshark imports it.");
    case ExportFormat::Raw:
        return ExportDialog::tr("The bytes and nothing else, in the order of the rows.");
    case ExportFormat::CArray:
        return ExportDialog::tr("An array for each row with bytes, to be compiled into a test.");
    case ExportFormat::Pcapng:
        return ExportDialog::tr("A recording of these rows: this program and Wireshark open it. What is left "
                                "out shows as a gap.");
    }
    return {};
}

} // namespace

struct ExportDialog::Labels
{
    QLabel scope;
    QLabel format;
    QLabel side;
    QLabel preview;
    QLabel path;
};

ExportDialog::ExportDialog(QWidget *parent)
    : QDialog(parent)
    , m_labels(std::make_unique<Labels>())
    , m_scope(new QComboBox)
    , m_format(new QComboBox)
    , m_explanation(new QLabel)
    , m_side(new QComboBox)
    , m_hex(new QCheckBox)
    , m_mark(new QCheckBox)
    , m_preview(new QPlainTextEdit)
    , m_path(new QLineEdit)
    , m_browse(new QPushButton)
    , m_progress(new QProgressBar)
    , m_outcome(new QLabel)
    , m_folder(new QPushButton)
    , m_export(new QPushButton)
    , m_close(new QPushButton)
{
    setObjectName(u"exportDialog"_s);
    for (const ExportFormat format : formats)
        m_format->addItem(QString(), int(format));
    for (const ExportSide side : {ExportSide::Both, ExportSide::Received, ExportSide::Sent})
        m_side->addItem(QString(), int(side));
    layOut();
    const auto changed = [this] {
        updateOptions();
        emit choiceChanged();
    };
    for (QComboBox *box : {m_scope, m_format, m_side})
        connect(box, &QComboBox::currentIndexChanged, this, changed);
    for (QCheckBox *box : {m_hex, m_mark})
        connect(box, &QCheckBox::toggled, this, changed);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::updateOptions);
    connect(m_browse, &QPushButton::clicked, this, &ExportDialog::browseRequested);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::exportRequested);
    connect(m_folder, &QPushButton::clicked, this, &ExportDialog::folderRequested);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    retranslate();
}

ExportDialog::~ExportDialog() = default;

void ExportDialog::layOut()
{
    const std::pair<QWidget *, QString> names[] = {{m_scope, u"exportScope"_s}, {m_format, u"exportFormat"_s},
        {m_explanation, u"exportExplanation"_s}, {m_side, u"exportSide"_s}, {m_hex, u"exportHex"_s},
        {m_mark, u"exportByteOrderMark"_s}, {m_preview, u"exportPreview"_s}, {m_path, u"exportPath"_s},
        {m_browse, u"exportBrowse"_s}, {m_progress, u"exportProgress"_s}, {m_outcome, u"exportOutcome"_s},
        {m_folder, u"exportFolder"_s}, {m_export, u"exportStart"_s}, {m_close, u"exportClose"_s}};
    for (const auto &[widget, name] : names)
        widget->setObjectName(name);
    for (QLabel *label : {&m_labels->scope, &m_labels->format, &m_labels->side, &m_labels->preview,
             &m_labels->path, m_explanation, m_outcome})
        label->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_explanation, m_outcome})
        label->setWordWrap(true);
    // Room for two lines, whatever the format: nothing below jumps when another one is chosen.
    m_explanation->setFixedHeight(2 * m_explanation->fontMetrics().lineSpacing());
    m_explanation->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_preview->setReadOnly(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_preview->setFont(dataFont());
    m_preview->setTabChangesFocus(true);
    const QFontMetrics metrics(dataFont());
    m_preview->setTabStopDistance(2.0 * metrics.horizontalAdvance(u'0')); // for the text to be in sight
    m_preview->setMinimumSize(metrics.horizontalAdvance(u'0') * PreviewColumns + 2 * Space::Three,
        metrics.lineSpacing() * PreviewLines + Space::Three);
    m_export->setDefault(true);
    m_browse->setAutoDefault(false);
    m_folder->setAutoDefault(false);

    auto *options = new QVBoxLayout;
    options->setSpacing(Space::Half);
    options->addWidget(m_format);
    options->addWidget(m_explanation);
    options->addWidget(m_hex);
    options->addWidget(m_mark);
    auto *file = new QHBoxLayout;
    file->setSpacing(Space::One);
    file->addWidget(m_path, 1);
    file->addWidget(m_browse);
    auto *form = new QGridLayout; // QFormLayout lays rows over each other where a label wraps
    form->setHorizontalSpacing(Space::Two);
    form->setVerticalSpacing(Space::One);
    form->addWidget(&m_labels->scope, 0, 0);
    form->addWidget(m_scope, 0, 1);
    form->addWidget(&m_labels->format, 1, 0, Qt::AlignTop);
    form->addLayout(options, 1, 1);
    form->addWidget(&m_labels->side, 2, 0);
    form->addWidget(m_side, 2, 1);
    form->addWidget(&m_labels->preview, 3, 0, Qt::AlignTop);
    form->addWidget(m_preview, 3, 1);
    form->addWidget(&m_labels->path, 4, 0);
    form->addLayout(file, 4, 1);
    form->setRowStretch(3, 1);
    form->setColumnStretch(1, 1);
    m_labels->format.setMinimumHeight(m_format->sizeHint().height());
    m_labels->scope.setBuddy(m_scope);
    m_labels->format.setBuddy(m_format);
    m_labels->side.setBuddy(m_side);
    m_labels->preview.setBuddy(m_preview);
    m_labels->path.setBuddy(m_path);

    auto *foot = new QHBoxLayout;
    foot->setSpacing(Space::One);
    foot->addWidget(m_outcome, 1);
    foot->addWidget(m_progress, 1);
    foot->addWidget(m_folder);
    foot->addSpacing(Space::One);
    foot->addWidget(m_export);
    foot->addWidget(m_close);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(Space::Three, Space::Three, Space::Three, Space::Two);
    layout->setSpacing(Space::Two);
    layout->addLayout(form, 1);
    layout->addLayout(foot);
    m_progress->hide();
    m_folder->hide();
    // Options that only one format has take their room from the preview, not from the window.
    resize(sizeHint() + QSize(16 * Space::One, 12 * Space::One));
}

QString ExportDialog::formatName(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Text:
        return tr("Text");
    case ExportFormat::Csv:
        return tr("CSV");
    case ExportFormat::JsonLines:
        return tr("JSON lines");
    case ExportFormat::HexDump:
        return tr("Hex dump");
    case ExportFormat::Raw:
        return tr("Raw bytes");
    case ExportFormat::CArray:
        return tr("C arrays");
    case ExportFormat::Pcapng:
        return tr("pcapng recording");
    }
    return {};
}

void ExportDialog::retranslate()
{
    setWindowTitle(tr("Export"));
    m_labels->scope.setText(tr("&Rows:"));
    m_labels->format.setText(tr("For&mat:"));
    m_labels->side.setText(tr("&Direction:"));
    m_labels->preview.setText(tr("Previe&w:"));
    m_labels->path.setText(tr("F&ile:"));
    for (int i = 0; i < m_format->count(); ++i)
        m_format->setItemText(i, formatName(ExportFormat(m_format->itemData(i).toInt())));
    m_side->setItemText(0, tr("Both, each in a file of its own"));
    m_side->setItemText(1, tr("Received"));
    m_side->setItemText(2, tr("Sent"));
    m_hex->setText(tr("A column with the bytes as &hex"));
    m_mark->setText(tr("Byte order mar&k, without which Excel misreads UTF-8"));
    m_browse->setText(tr("&Browse…"));
    m_folder->setText(tr("Open &folder"));
    m_export->setText(tr("&Export"));
    m_preview->setAccessibleName(tr("The first lines of the file"));
    m_progress->setAccessibleName(tr("Progress of the export"));
    for (int i = 0; i < m_scopes.size(); ++i) {
        const auto &[scope, rows] = m_scopes.at(i);
        const QString count = QLocale().toString(rows);
        const QString text = scope == ExportScope::Selection ? tr("The selection: %1")
            : scope == ExportScope::Shown                    ? tr("Everything shown: %1")
                                                             : tr("The whole connection: %1");
        m_scope->setItemText(i, text.arg(count));
    }
    updateOptions();
}

void ExportDialog::addScope(ExportScope scope, quint32 rows)
{
    m_scopes.append({scope, rows});
    m_scope->addItem(QString());
    retranslate();
}

void ExportDialog::setChoice(const Choice &choice)
{
    for (int i = 0; i < m_scopes.size(); ++i) {
        if (m_scopes.at(i).first == choice.scope)
            m_scope->setCurrentIndex(i);
    }
    m_format->setCurrentIndex(std::max(0, m_format->findData(int(choice.format))));
    m_side->setCurrentIndex(std::max(0, m_side->findData(int(choice.side))));
    m_hex->setChecked(choice.csvHex);
    m_mark->setChecked(choice.csvByteOrderMark);
}

ExportDialog::Choice ExportDialog::choice() const
{
    Choice choice;
    if (m_scope->currentIndex() >= 0)
        choice.scope = m_scopes.at(m_scope->currentIndex()).first;
    choice.format = ExportFormat(m_format->currentData().toInt());
    choice.side = ExportSide(m_side->currentData().toInt());
    choice.csvHex = m_hex->isChecked();
    choice.csvByteOrderMark = m_mark->isChecked();
    return choice;
}

void ExportDialog::setPath(const QString &path)
{
    m_path->setText(path);
}

QString ExportDialog::path() const
{
    return m_path->text();
}

void ExportDialog::updateOptions()
{
    const ExportFormat format = choice().format;
    m_explanation->setText(explanation(format));
    m_hex->setVisible(format == ExportFormat::Csv);
    m_mark->setVisible(format == ExportFormat::Csv);
    m_labels->side.setVisible(format == ExportFormat::Raw);
    m_side->setVisible(format == ExportFormat::Raw);
    const QList<QWidget *> inputs{m_scope, m_format, m_side, m_hex, m_mark, m_path, m_browse};
    for (QWidget *input : inputs)
        input->setEnabled(!m_running);
    m_export->setEnabled(!m_running && !m_path->text().isEmpty() && !m_scopes.isEmpty());
    m_close->setText(m_running ? tr("&Cancel") : tr("&Close"));
}

void ExportDialog::showPreview(const QString &text)
{
    m_preview->setPlainText(text);
}

void ExportDialog::setRunning(bool running)
{
    m_running = running;
    m_progress->setVisible(running);
    m_outcome->setVisible(!running);
    updateOptions();
}

void ExportDialog::showProgress(quint32 done, quint32 total)
{
    if (!m_running) {
        m_folder->hide();
        setRunning(true);
    }
    constexpr int Steps = 1000; // a progress bar counts in int
    m_progress->setRange(0, Steps);
    m_progress->setValue(total == 0 ? 0 : int(quint64(done) * Steps / total));
    m_progress->setFormat(
        tr("%1 of %2 rows", "done, all").arg(QLocale().toString(done), QLocale().toString(total)));
}

void ExportDialog::say(const QString &sentence, bool isError)
{
    setRunning(false);
    QPalette colours = palette();
    if (isError)
        colours.setColor(QPalette::WindowText, Theme::of(colours).error);
    m_outcome->setPalette(colours);
    m_outcome->setText(sentence);
}

void ExportDialog::showSaved(const QString &sentence)
{
    say(sentence, false);
    m_folder->show();
    m_close->setFocus();
}

void ExportDialog::showFailure(const QString &sentence)
{
    say(sentence, true);
}

void ExportDialog::showStopped()
{
    say(tr("Cancelled; nothing was written."), false);
}

void ExportDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ExportDialog::done(int result)
{
    if (m_running)
        emit cancelRequested(); // the first Escape ends the export, the next one the dialog
    else
        QDialog::done(result);
}

} // namespace swb::ui
