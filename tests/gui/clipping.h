#pragma once

#include <QAbstractButton>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QStringList>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QToolButton>
#include <QTranslator>
#include <QWidget>

#include <algorithm>

/// A language a third longer than English, as German and Finnish are: every vowel has an accent, so that
/// what stays without one was never handed to tr().
class LongerLanguage : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        const QString english = QString::fromUtf8(source);
        if (english.contains(QLatin1String("(*."))) // a pattern of files is no sentence
            return english;
        QString text = english;
        const QString plain = QStringLiteral("aeiouAEIOU");
        const QString accented = QStringLiteral("àéîöûÀÉÎÖÛ");
        bool placeholder = false;
        for (QChar &c : text) {
            if (!placeholder && plain.contains(c))
                c = accented[plain.indexOf(c)];
            placeholder = c == QLatin1Char('%') || c == QLatin1Char('{') || c == QLatin1Char('&')
                || c == QLatin1Char('\\') || (placeholder && c.isLetter());
        }
        const auto more = std::max<qsizetype>(1, (text.size() + 2) / 3);
        return text + QStringLiteral("~·~·").repeated(more / 4 + 1).left(more);
    }
};

namespace clipping {

inline QString nameOf(const QWidget *widget, const QString &text)
{
    return QStringLiteral("%1 “%2”: %3 of %4 pixels")
        .arg(widget->objectName(), text.simplified())
        .arg(widget->width())
        .arg(widget->sizeHint().width());
}

inline bool isCut(const QLabel *label)
{
    if (label->text().isEmpty() || label->pixmap(Qt::ReturnByValue).width() > 0)
        return false;
    if (label->inherits("swb::ui::ElidedLabel")) // shows an ellipsis, and the whole as its tooltip
        return false;
    const QSize room = label->contentsRect().size() + QSize(1, 1);
    if (label->wordWrap())
        return label->heightForWidth(label->width()) > label->height() + 1;
    return label->fontMetrics().size(Qt::TextShowMnemonic, label->text()).width() > room.width();
}

inline bool isCut(const QAbstractButton *button)
{
    return !button->text().isEmpty() && button->minimumSizeHint().width() > button->width() + 1;
}

/// A name that somebody else chose may be longer than any combo box; then its tooltip has the whole.
inline bool isCut(const QComboBox *combo)
{
    if (combo->toolTip().contains(combo->currentText()))
        return false;
    QStyleOptionComboBox option;
    option.initFrom(combo);
    option.editable = combo->isEditable();
    const QRect field =
        combo->style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, combo);
    return combo->fontMetrics().horizontalAdvance(combo->currentText()) > field.width() + 1;
}

/// What is shown below `root` and does not show all of its text.
inline QStringList cutIn(const QWidget *root)
{
    QStringList cut;
    for (const QWidget *widget : root->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->width() <= 1)
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && isCut(label))
            cut.append(nameOf(label, label->text()));
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget); button && isCut(button))
            cut.append(nameOf(button, button->text()));
        else if (const auto *combo = qobject_cast<const QComboBox *>(widget); combo && isCut(combo))
            cut.append(nameOf(combo, combo->currentText()));
    }
    return cut;
}

} // namespace clipping
