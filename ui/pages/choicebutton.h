#pragma once

#include <QAbstractButton>

namespace swb::ui {

/// A large choice: an icon, what it does, and a quiet line about it.
class ChoiceButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ChoiceButton(const QIcon &icon, QWidget *parent = nullptr);

    void setTexts(const QString &text, const QString &description);
    QString description() const { return m_description; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_description;
};

} // namespace swb::ui
