# A straw poll in a group: what people think. Nothing is decided by it.

straw-closed = 📊 <b>The poll is over:</b> { $question }
    { $voters ->
        [0] Nobody answered.
        [one] <b>{ $voters }</b> person answered.
       *[other] <b>{ $voters }</b> people answered.
    }
straw-option = { $bar } { $option }: <b>{ $count }</b>
straw-remark = The poll decides nothing: it shows what people think.
