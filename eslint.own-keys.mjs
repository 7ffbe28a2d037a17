import ts from "typescript";

/** No look-up in a plain map by a key that is only known at run time: `{}["constructor"]` is a function. */
export default {
  meta: {
    type: "problem",
    schema: [],
    messages: {
      lookUp: "Look it up with own of model/own.ts, or in a Map: every object answers to constructor and toString.",
      in: "Ask Object.hasOwn: every object has constructor and toString in it.",
    },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    const isAnyText = (node) => textIsOpen(services.getTypeAtLocation(node));
    return {
      MemberExpression(node) {
        if (!node.computed || !isAnyText(node.property)) return;
        const object = services.program.getTypeChecker().getNonNullableType(services.getTypeAtLocation(node.object));
        const isMap = partsOf(object).some((type) => type.getStringIndexType() !== undefined);
        if (isMap) context.report({ node, messageId: "lookUp" });
      },
      'BinaryExpression[operator="in"]'(node) {
        if (node.left.type !== "PrivateIdentifier" && isAnyText(node.left)) context.report({ node, messageId: "in" });
      },
    };
  },
};

const partsOf = (type) => (type.isUnion() ? type.types : [type]);

/** Whether a type is, or may be, any text: not only some that the program names. */
const textIsOpen = (type) =>
  partsOf(type).some(
    ({ flags }) => (flags & (ts.TypeFlags.String | ts.TypeFlags.Any | ts.TypeFlags.TemplateLiteral)) !== 0,
  );
