from tests.app.cli.conftest import desk as desk
