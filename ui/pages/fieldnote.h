#pragma once

#include <QLabel>

namespace swb::ui {

/// The quiet line beside a field: what the value means, or what is wrong with it. A screen reader hears it as
/// the field's description.
class FieldNote : public QLabel
{
    Q_OBJECT

public:
    explicit FieldNote(QWidget *parent = nullptr);

    void setField(QWidget *field); ///< not owned; must live as long as this
    void setMeaning(const QString &text); ///< shown while there is no mistake
    void setMistake(const QString &text); ///< empty: none
    /// Room for so many lines is kept, so that nothing below moves while the user types.
    void setReservedLines(int lines);
    bool isMistake() const { return !m_mistake.isEmpty(); }

    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void showText();
    void applyColour();

    QWidget *m_field = nullptr;
    QString m_meaning;
    QString m_mistake;
    int m_reservedLines = 1;
};

} // namespace swb::ui
