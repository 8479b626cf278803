"""The programs of five well-known socket tutorials in plain python3 sockets: tutorials.py PROGRAM [PORT].

A server prints its port first. Each prints what it received, a line a read, and "bytes N" for the size where the
tutorial names it.
"""

import socket
import sys
import threading

HELLO_NAMES = (b"Michael", b"Tracy", b"Sarah")
REQUEST = b"GET / HTTP/1.1\r\nHost:www.sina.com.cn\r\nConnection: close\r\n\r\n"


def say(text):
    print(text, flush=True)


def dial(port):
    return socket.create_connection(("127.0.0.1", port), 20)


def listen():
    server = socket.socket()
    server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    server.bind(("", 0))
    server.listen(128)
    server.settimeout(20)
    say(server.getsockname()[1])
    return server


def ask_once(port, text, encoding):
    client = dial(port)
    client.send(text.encode(encoding))
    data = client.recv(1024)
    say(f"bytes {len(data)}")
    say(data.decode(encoding))
    client.close()


def row62(port):
    ask_once(port, "你好，我是客户端！", "gbk")


def row66(port):
    ask_once(port, "你好服务端,我是客户端小黑!", "gbk")


def row68(port):
    client = dial(port)
    client.send(REQUEST)
    buffer = []
    while data := client.recv(1024):
        buffer.append(data)
    header, html = b"".join(buffer).split(b"\r\n\r\n", 1)
    say(header.decode())
    say(html.decode())


def row70(port):
    client = dial(port)
    say(client.recv(1024).decode())
    for name in HELLO_NAMES:
        client.send(name)
        say(client.recv(1024).decode())
    client.send(b"exit")
    say(f"bytes {len(client.recv(1024))}")
    client.close()


def row71(port):
    client = dial(port)
    client.send("提示输入的数据".encode("gbk"))
    client.close()


def row74(port):
    client = dial(port)
    client.send("Hello Server".encode("utf-8"))
    client.close()


def serve(conversation, encoding, reply):
    while data := conversation.recv(1024):
        say(f"bytes {len(data)}")
        say(data.decode(encoding))
        conversation.send(reply.encode(encoding))
    conversation.close()


def row63():
    server = listen()
    conversation, _ = server.accept()
    serve(conversation, "gbk", "不好意思！我睡着了！")
    server.close()


def threaded(reply):
    server = listen()
    conversation, _ = server.accept()
    thread = threading.Thread(target=serve, args=(conversation, "gbk", reply), daemon=True)
    thread.start()
    thread.join()


def row64():
    threaded("ok，问题正在处理中...")


def row65():
    threaded("ok,问题正在处理中...")


def one_shot(encoding, reply, listener_first):
    server = listen()
    conversation, address = server.accept()
    if listener_first:
        server.close()
    data = conversation.recv(1024)
    say(f"bytes {len(data)}")
    say(data.decode(encoding))
    conversation.send(reply.format(address=address).encode(encoding))
    conversation.close()


def row67():
    one_shot("gbk", "ok, 问题正在处理中...", False)


def row69():
    server = listen()
    conversation, _ = server.accept()
    conversation.send(b"Welcome!")
    while True:
        data = conversation.recv(1024)
        if not data or data.decode("utf-8") == "exit":
            break
        say(data.decode("utf-8"))
        conversation.send(("Hello,%s!" % data.decode("utf-8")).encode("utf-8"))
    conversation.close()


def row72():
    one_shot("gbk", "Thank You!", True)


def row73():
    server = listen()
    conversation, _ = server.accept()
    serve(conversation, "utf-8", "thank you!")


def row75():
    one_shot("utf-8", "已收到您({address})的请求,本次连接将关闭", False)


sys.stdout.reconfigure(encoding="utf-8")
globals()[sys.argv[1]](*map(int, sys.argv[2:]))
